namespace LaunchSdk.Analyzers.Tests.CSharp;

public sealed class IgnoredResultTests
{
    [Theory]
    [InlineData("""var gpus = Gpus.All; {|LSDK0401:gpus.WithDriver("nvidia")|};""")]
    [InlineData("""var gpus = Gpus.All; Action act = () => {|LSDK0401:gpus.WithOption("a", "b")|};""")]
    [InlineData("""var mount = Mount.Bind("/a", "/b"); {|LSDK0401:mount.With("readonly", "true")|};""")]
    public Task A_With_call_whose_result_nobody_takes_is_marked(string statements) => CodeTest.Statements(statements);

    [Theory]
    [InlineData("""var gpus = Gpus.All.WithDriver("nvidia"); gpus = gpus.WithOption("a", "b");""")]
    [InlineData("""_ = Gpus.All.WithDriver("nvidia"); Func<GpuRequest> get = () => Gpus.All.WithDriver("nvidia");""")]
    [InlineData("""DockerQueue.Create("q", b => { b.Memory("1g"); });""")]
    public Task A_result_that_is_taken_is_no_problem(string statements) => CodeTest.Statements(statements);
}
