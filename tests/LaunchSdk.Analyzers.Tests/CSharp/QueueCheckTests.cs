namespace LaunchSdk.Analyzers.Tests.CSharp;

public sealed class QueueCheckTests
{
    [Theory]
    [InlineData("""var config = new DockerQueueConfig { Rm = true, {|LSDK0009:Restart = "always"|} };""")]
    [InlineData("""var config = new DockerQueueConfig { {|LSDK0009:Restart = RestartPolicy.Always|}, Rm = true };""")]
    [InlineData("""var config = new DockerQueueConfig { Rm = true, {|LSDK0009:Restart = RestartPolicy.OnFailure(3)|} };""")]
    [InlineData("""var config = new DockerQueueConfig { Detach = true, {|LSDK0009:Attach = "stdout"|} };""")]
    [InlineData("""var config = new DockerQueueConfig { LogDriver = "none", {|LSDK0009:LogOpt = ["max-size=1m"]|} };""")]
    [InlineData("""var config = new DockerQueueConfig { NoHealthcheck = true, {|LSDK0009:HealthCmd = "true"|} };""")]
    [InlineData("""var config = new DockerQueueConfig { {|LSDK0009:NetworkAlias = ["a"]|} };""")]
    [InlineData("""var config = new DockerQueueConfig(); var other = config with { Rm = true, {|LSDK0009:Restart = "always"|} };""")]
    [InlineData("""DockerQueue.Create("q", b => b.Rm().Memory("1g").{|LSDK0009:Restart("always")|});""")]
    [InlineData("""DockerQueue.Create("q", b => { b.Rm(); b.{|LSDK0009:Restart("always")|}; });""")]
    [InlineData("""DockerQueue.Create("q", b => { b.Rm(); if (flag) { b.Memory("1g"); } b.{|LSDK0009:Restart("always")|}; });""")]
    public Task Options_that_exclude_each_other_are_marked_where_one_is_set(string statements) => CodeTest.Statements(statements);

    [Theory]
    [InlineData("""var config = new DockerQueueConfig { Rm = true, Restart = "no" };""")]
    [InlineData("""var config = new DockerQueueConfig { Rm = flag, Restart = "always" };""")]
    [InlineData("""var config = new DockerQueueConfig { Rm = true, Restart = unknown };""")]
    [InlineData("""var config = new DockerQueueConfig { Rm = true, Restart = null };""")]
    [InlineData("""var config = new DockerQueueConfig { Network = unknown, NetworkAlias = ["a"] };""")]
    [InlineData("""var config = new DockerQueueConfig { Network = "mine", NetworkAlias = ["a"] };""")]
    [InlineData("""var config = new DockerQueueConfig(); var other = config with { NetworkAlias = ["a"] };""")]
    [InlineData("""DockerQueue.Create("q", b => b.Rm(false).Restart("always"));""")]
    [InlineData("""DockerQueue.Create("q", b => { Common(b); b.NetworkAlias("a"); }); void Common(DockerQueueBuilder b) { }""")]
    public Task What_may_fit_together_is_no_problem(string statements) => CodeTest.Statements(statements);
}
