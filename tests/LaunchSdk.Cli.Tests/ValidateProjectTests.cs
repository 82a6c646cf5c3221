namespace LaunchSdk.Cli.Tests;

/// <summary><c>launch validate</c> with several files: the rules that the compiler has for the files of a project.</summary>
public sealed class ValidateProjectTests
{
    private const string Agent = "entity: team\nqueues:\n  - gpu\n  - gpx\nmax_jobs: 2\n";

    [Fact]
    public async Task Files_that_are_given_together_are_checked_together()
    {
        using var run = new ToolRun().With("launch-config.yaml", Agent).With("gpu.yaml", "name: trainer\n");

        Assert.Equal(
            ["launch-config.yaml(4,5): warning LSDK0207", "gpu.yaml(1,7): warning LSDK0208"],
            await ProblemsAsync(run, "launch-config.yaml", "gpu.yaml")
        );
    }

    [Fact]
    public async Task A_file_alone_is_checked_alone()
    {
        using var run = new ToolRun().With("launch-config.yaml", Agent);

        Assert.Empty(await ProblemsAsync(run, "launch-config.yaml"));
    }

    [Fact]
    public async Task A_folder_stands_for_its_agent_and_its_queues()
    {
        using var run = new ToolRun()
            .With("p/launch-config.yaml", Agent)
            .With("p/queues/a/gpu.yml", "gpus: all\n")
            .With("p/queues/cpu.json", "{\"memroy\": 1}")
            .With("p/other.yaml", "x: [");

        Assert.Equal(
            [
                $"{Path.Combine("p", "queues", "cpu.json")}(1,2): error LSDK0003",
                $"{Path.Combine("p", "launch-config.yaml")}(4,5): warning LSDK0207",
            ],
            await ProblemsAsync(run, "p")
        );
    }

    [Fact]
    public async Task Two_files_of_one_queue_are_reported_each()
    {
        using var run = new ToolRun()
            .With("queues/gpu.yaml", "gpus: all\n")
            .With("queues/other.yaml", "queue: gpu\nresource_args: {local-container: {gpus: all}}\n");

        Assert.Equal(
            [
                $"{Path.Combine("queues", "gpu.yaml")}(1,1): warning LSDK0209",
                $"{Path.Combine("queues", "other.yaml")}(1,8): warning LSDK0209",
            ],
            await ProblemsAsync(run, "queues")
        );
    }

    [Fact]
    public async Task Mended_files_are_checked_together_too()
    {
        using var run = new ToolRun()
            .With("launch-config.yaml", Agent.Replace("gpx", "cloud", StringComparison.Ordinal))
            .With("gpu.yaml", "memroy: 1g\n");

        Assert.Equal(["launch-config.yaml(4,5): warning LSDK0207"], await ProblemsAsync(run, "launch-config.yaml", "gpu.yaml", "--fix"));
    }

    [Fact]
    public async Task What_only_the_files_together_show_is_mended_too()
    {
        using var run = new ToolRun()
            .With("p/launch-config.yaml", "entity: e\nqueues: ['gpu-bgi', cpu] # ours\nmax_jbs: 2\n")
            .With("p/queues/gpu-big.yaml", "gpus: all\n")
            .With("p/queues/cpu.yaml", "cpus: 1\n");

        Assert.Empty(await ProblemsAsync(run, "p", "--fix"));

        Assert.Equal(
            "entity: e\nqueues: ['gpu-big', cpu] # ours\nmax_jobs: 2\n",
            await File.ReadAllTextAsync(Path.Combine(run.Folder, "p", "launch-config.yaml"), TestContext.Current.CancellationToken)
        );
        Assert.Contains("fixed LSDK0207: Change 'gpu-bgi' to 'gpu-big'", run.Error, StringComparison.Ordinal);
    }

    private static async Task<string[]> ProblemsAsync(ToolRun run, params string[] arguments)
    {
        await run.RunAsync(["validate", .. arguments]);
        return
        [
            .. run
                .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line[..(line.IndexOf(": ", line.IndexOf(": ", StringComparison.Ordinal) + 1, StringComparison.Ordinal))]),
        ];
    }
}
