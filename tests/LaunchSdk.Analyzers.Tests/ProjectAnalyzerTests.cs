using LaunchSdk.Analyzers.Tests.Running;

namespace LaunchSdk.Analyzers.Tests;

public class ProjectAnalyzerTests
{
    [Fact]
    public async Task A_queue_that_no_file_defines_is_reported_at_the_agent()
    {
        var found = await TestProject.AnalyzeAsync(
            new ProjectFile("/project/queues/gpu.yaml", "gpus: all"),
            new ProjectFile("/project/launch-config.yaml", "entity: team\nqueues:\n  - gpu\n  - gpx\n", "agent")
        );

        Assert.Equal(["LSDK0207 @ 4:5"], found.Select(TestProject.Place));
        Assert.Equal("gpu", found[0].Properties["EditText"]);
    }

    [Fact]
    public async Task A_project_without_queue_files_keeps_its_queues_elsewhere() =>
        Assert.Empty(
            await TestProject.AnalyzeAsync(new ProjectFile("/project/launch-config.yaml", "entity: team\nqueues: [gpu]\n", "agent"))
        );

    [Theory]
    [InlineData("max_jobs: 2\n", 1)]
    [InlineData("max_jobs: -1\n", 1)]
    [InlineData("max_jobs: 1\n", 0)]
    [InlineData("", 0)]
    public async Task A_fixed_name_meets_the_agents_number_of_jobs(string maxJobs, int expected)
    {
        var found = await TestProject.AnalyzeAsync(
            new ProjectFile("/project/queues/gpu.yaml", "name: trainer"),
            new ProjectFile("/project/launch-config.yaml", $"entity: team\nqueues: [gpu]\n{maxJobs}", "agent")
        );

        Assert.Equal(expected, found.Count(diagnostic => diagnostic.Id == "LSDK0208"));
    }

    [Fact]
    public async Task Files_that_would_become_one_member_are_reported_each()
    {
        var found = await TestProject.AnalyzeAsync(
            new ProjectFile("/project/queues/gpu-big.yaml", "gpus: all"),
            new ProjectFile("/project/queues/gpu_big.yaml", "gpus: all")
        );

        Assert.Equal(["LSDK0302 @ 1:1", "LSDK0302 @ 1:1"], found.Select(TestProject.Place));
    }

    [Fact]
    public async Task Files_that_define_one_queue_are_told_so_and_not_that_their_members_clash()
    {
        var found = await TestProject.AnalyzeAsync(
            new ProjectFile("/project/queues/gpu.yaml", "gpus: all"),
            new ProjectFile("/project/queues/other.yaml", "queue: gpu\nresource_args: {local-container: {gpus: all}}")
        );

        Assert.Equal(["LSDK0209 @ 1:1", "LSDK0209 @ 1:8"], found.Select(TestProject.Place));
    }

    [Theory]
    [InlineData("9lives")]
    [InlineData("all")]
    [InlineData("---")]
    public async Task A_name_that_no_member_can_have_is_reported(string name)
    {
        var found = await TestProject.AnalyzeAsync(new ProjectFile($"/project/queues/{name}.yaml", "gpus: all"));

        Assert.Equal(["LSDK0301 @ 1:1"], found.Select(TestProject.Place));
    }
}
