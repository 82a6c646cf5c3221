using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Agents;

/// <summary>What an agent leaves on the disk.</summary>
public sealed class AgentFilesTests
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    [EngineFact]
    public async Task Whatever_the_umask_nobody_else_can_read_what_it_makes()
    {
        await using var story = await AgentStory.CreateAsync();
        Directory.Delete(Path.Combine(story.Folder, "data"), recursive: true);
        await using (var queue = story.StartForEverybody("queue", "create", "work.yaml", "--name", story.Queue))
        {
            Assert.Equal(0, (await queue.EndAsync()).ExitCode);
        }

        var job = await story.SubmitAsync("echo", "hello");
        await using var agent = story.StartForEverybody("agent", "-q", story.Queue, "--once", "--log-file", "made/agent.log");
        var ended = await agent.EndAsync();

        Assert.Equal(0, ended.ExitCode);
        string[] made =
        [
            .. new[] { "data", "made" }
                .Select(name => Path.Combine(story.Folder, name))
                .SelectMany(static folder =>
                    Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Prepend(folder)
                ),
        ];
        Assert.Contains(made, static path => path.EndsWith("queues.db", StringComparison.Ordinal));
        Assert.Contains(made, path => path.EndsWith($"{job}.log", StringComparison.Ordinal));
        Assert.Contains(made, static path => path.EndsWith("agent.log", StringComparison.Ordinal));
        Assert.All(made, static path => Assert.Equal(default, Mode(path) & Others));
    }

    [EngineFact]
    public async Task A_job_that_writes_much_fills_no_disk_and_its_log_says_what_is_left_out()
    {
        await using var story = await AgentStory.CreateAsync();
        var job = await story.SubmitAsync("sh", "-c", "echo begun; yes | head -c 5000000; echo ended");

        Assert.Equal(0, (await story.RunAsync("agent", "-q", story.Queue, "--once", "--job-log-size", "64k")).ExitCode);

        var kept = Directory
            .EnumerateFiles(Path.Combine(story.Folder, "data", "launchsdk", "logs"))
            .Sum(static file => new FileInfo(file).Length);
        Assert.InRange(kept, 32 * 1024, 64 * 1024);
        var logs = await story.RunAsync("logs", job);
        Assert.StartsWith("begun\ny\n", logs.Out, StringComparison.Ordinal);
        Assert.EndsWith("\ny\nended\n", logs.Out, StringComparison.Ordinal);
        Assert.Contains("bytes are left out here: the log of a job keeps 65536 (job_log_size)\n", logs.Out, StringComparison.Ordinal);
        Assert.Equal("y\nended\n", (await story.RunAsync("logs", job, "--tail", "2")).Out);
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
