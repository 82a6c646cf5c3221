using LaunchSdk.Analyzers.Tests.Running;

namespace LaunchSdk.Analyzers.Tests;

public class IncrementalityTests
{
    private static readonly ProjectFile Gpu = new("/project/queues/gpu.yaml", "gpus: all\n");
    private static readonly ProjectFile Cpu = new("/project/queues/cpu.yaml", "cpus: 4\n");

    [Fact]
    public void A_keystroke_in_code_reruns_nothing()
    {
        var next = TestProject.Generate(Gpu, Cpu).AfterEdit();

        Assert.Empty(Steps.Changed(next.Result));
    }

    [Theory]
    [InlineData("a value", "gpus: 2\n", "FindFiles 1,ReadMembers 1,GroupMembers 1")]
    [InlineData("a comment", "gpus: all # as many as there are\n", "FindFiles 1")]
    [InlineData("a mistake", "gpus: [\n", "FindFiles 1,ReadMembers 1,GroupMembers 1,ListMembers 1")]
    [InlineData(
        "a name",
        "queue: big\nresource_args: {local-container: {gpus: all}}\n",
        "FindFiles 1,ReadMembers 1,GroupMembers 1,ListMembers 1"
    )]
    public void An_edit_of_one_file_reruns_the_steps_of_that_file(string change, string text, string expected)
    {
        var next = TestProject.Generate(Gpu, Cpu).After(Gpu, new ProjectFile(Gpu.Path, text));

        Assert.True(expected == string.Join(",", Steps.Changed(next.Result)), $"{change}: {string.Join(",", Steps.Changed(next.Result))}");
    }
}
