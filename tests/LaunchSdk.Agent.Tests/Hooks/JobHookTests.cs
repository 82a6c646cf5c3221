using LaunchSdk.Agent.Hooks;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Agents;

namespace LaunchSdk.Agent.Tests.Hooks;

public sealed class JobHookTests
{
    [Fact]
    public async Task Hooks_are_told_of_the_job_by_variables()
    {
        using var folder = new TemporaryFolder();
        var (before, after) = (folder.PathOf("before"), folder.PathOf("after"));
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        fixture.Options = fixture.Options with
        {
            PreJobHook = Shell($"echo $LAUNCHSDK_ITEM $LAUNCHSDK_QUEUE $LAUNCHSDK_AGENT $LAUNCHSDK_IMAGE > {before}"),
            PostJobHook = Shell($"echo $LAUNCHSDK_STATE $LAUNCHSDK_EXIT_CODE > {after}"),
        };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();

        await fixture.WaitForEndAsync(item.Id);

        Assert.Equal($"{item.Id} q a busybox\n", await File.ReadAllTextAsync(before, TestContext.Current.CancellationToken));
        Assert.Equal("Finished 0\n", await File.ReadAllTextAsync(after, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_hook_that_fails_before_the_job_fails_the_job_with_its_output()
    {
        var outcome = await RunAsync(Shell("echo the disk is full >&2; exit 3"));

        Assert.Equal((RunQueueItemState.Failed, RunStage.Agent), (outcome.State, outcome.Stage!.Value));
        Assert.Equal("the hook /bin/sh ended with exit code 3: the disk is full", outcome.Message);
    }

    [Fact]
    public async Task A_hook_that_takes_too_long_is_killed() =>
        Assert.Equal(
            "the hook /bin/sh did not end within 0.2 s, and was killed",
            (await RunAsync(Shell("exec sleep 100") with { Timeout = TimeSpan.FromSeconds(0.2) })).Message
        );

    [Fact]
    public async Task A_hook_that_is_not_there_fails_the_job() =>
        Assert.Equal("the hook /no/such was not found: give its path", (await RunAsync(new JobHook("/no/such"))).Message);

    private static JobHook Shell(string script) => new("/bin/sh") { Arguments = ["-c", script] };

    private static async Task<RunOutcome> RunAsync(JobHook hook)
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        fixture.Options = fixture.Options with { PreJobHook = hook };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        return (await fixture.WaitForEndAsync(item.Id)).Outcome!;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("lsdk-hook").FullName;

        public string PathOf(string name) => Path.Combine(_path, name);

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
