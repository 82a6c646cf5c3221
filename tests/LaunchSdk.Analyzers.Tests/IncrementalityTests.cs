using LaunchSdk.Analyzers.Tests.Running;
using Microsoft.CodeAnalysis.CSharp;

namespace LaunchSdk.Analyzers.Tests;

public class IncrementalityTests
{
    private static readonly ProjectFile Gpu = new("/project/queues/gpu.yaml", "gpus: all\n");
    private static readonly ProjectFile Cpu = new("/project/queues/cpu.yaml", "cpus: 4\n");

    [Fact]
    public void A_keystroke_in_code_reruns_nothing()
    {
        var project = TestProject.Compile("");
        var driver = TestProject.Driver(Gpu, Cpu).RunGenerators(project, TestContext.Current.CancellationToken);

        var edited = project.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;", new CSharpParseOptions(LanguageVersion.Latest), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Empty(Steps.Changed(driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult()));
    }

    [Theory]
    [InlineData("a value", "gpus: 2\n", "FindFiles 1,ReadMembers 1,GroupMembers 1")]
    [InlineData("a comment", "gpus: all # as many as there are\n", "FindFiles 1")]
    [InlineData("a mistake", "gpus: [\n", "FindFiles 1,ReadMembers 1,GroupMembers 1,ListMembers 1")]
    [InlineData("a name", "queue: big\nresource_args: {local-container: {gpus: all}}\n", "FindFiles 1,ReadMembers 1,GroupMembers 1,ListMembers 1")]
    public void An_edit_of_one_file_reruns_the_steps_of_that_file(string change, string text, string expected)
    {
        var project = TestProject.Compile("");
        var driver = TestProject.Driver(Gpu, Cpu).RunGenerators(project, TestContext.Current.CancellationToken);

        var next = driver.ReplaceAdditionalText(Gpu, new ProjectFile(Gpu.Path, text)).RunGenerators(project, TestContext.Current.CancellationToken);

        Assert.True(expected == string.Join(",", Steps.Changed(next.GetRunResult())), $"{change}: {string.Join(",", Steps.Changed(next.GetRunResult()))}");
    }
}
