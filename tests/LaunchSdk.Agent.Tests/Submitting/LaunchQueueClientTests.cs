using System.Text;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Agent.Submitting;

namespace LaunchSdk.Agent.Tests.Submitting;

public sealed class LaunchQueueClientTests : IAsyncDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("launch-client-").FullName;
    private readonly SqliteRunQueueBackend _backend;
    private readonly LaunchQueueClient _client;

    public LaunchQueueClientTests()
    {
        _backend = new SqliteRunQueueBackend(new SqliteRunQueueOptions { Path = Path.Combine(_folder, "queues.db") });
        _client = new LaunchQueueClient(_backend) { LogFolder = _folder };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queues_are_created_updated_and_else_left_alone()
    {
        var small = DockerQueue.Create("small", queue => queue.Memory("1g"));
        var big = DockerQueue.Create("big", queue => queue.Memory("64g"));

        var first = await _client.EnsureQueuesAsync([small, big], Token);
        var second = await _client.EnsureQueuesAsync([small, big with { Config = new DockerQueueConfig { Memory = "32g" } }], Token);

        Assert.Equal([QueueChange.Created, QueueChange.Created], first.Select(static queue => queue.Change));
        Assert.Equal([QueueChange.None, QueueChange.Updated], second.Select(static queue => queue.Change));
        Assert.Equal("32g", (await _backend.FindQueueAsync("big", Token))!.Definition.Config.Memory?.Text);
    }

    [Fact]
    public async Task A_queue_without_a_name_is_refused_before_any_is_made()
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            _client.EnsureQueuesAsync([DockerQueue.Create("small", static _ => { }), new DockerQueue()], Token)
        );

        Assert.Empty(await _backend.ListQueuesAsync(Token));
    }

    [Fact]
    public async Task A_submitted_job_is_watched_to_its_end_and_found_again()
    {
        var job = await SubmitAsync();
        var states = new List<RunQueueItemState>();
        var waiting = job.FollowAsync(Stream.Null, item => states.Add(item.State), cancellationToken: Token);

        var lease = await PopAsync();
        await _backend.CompleteAsync(lease, RunOutcome.Finished("ended with exit code 0"), Token);

        Assert.Equal(0, (await waiting).ExitCode);
        Assert.Equal((RunQueueItemState.Finished, RunQueueItemState.Finished), (job.State, states[^1]));
        Assert.Equal(job.Item, (await _client.FindAsync(job.Id, Token))!.Item);
        Assert.Null(await _client.FindAsync("no-such-job", Token));
    }

    [Fact]
    public async Task The_log_of_an_agent_on_this_machine_is_followed_and_goes_on_where_it_is_begun_anew()
    {
        var job = await SubmitAsync();
        var lease = await PopAsync();
        using var output = new SignalledOutput();
        await File.WriteAllTextAsync(job.LogFile, "one\n", Token);
        var following = job.FollowAsync(output, cancellationToken: Token);
        await output.FirstBytes;

        await File.WriteAllTextAsync(job.LogFile, "one\ntwo\n", Token);
        await _backend.CompleteAsync(lease, RunOutcome.Finished("ended with exit code 0"), Token);
        await following;

        Assert.Equal("one\ntwo\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task An_output_that_throws_ends_the_waiting_and_the_job_goes_on()
    {
        var job = await SubmitAsync();
        await PopAsync();
        await File.WriteAllTextAsync(job.LogFile, "one\n", Token);
        using var output = new MemoryStream([], writable: false);

        await Assert.ThrowsAsync<NotSupportedException>(() => job.FollowAsync(output, cancellationToken: Token));

        Assert.Equal(RunQueueItemState.Running, (await job.RefreshAsync(Token)).State);
    }

    [Fact]
    public async Task The_last_lines_stand_in_for_a_log_on_another_machine()
    {
        var job = await SubmitAsync();
        await _backend.CompleteAsync(
            await PopAsync(),
            RunOutcome.Failed(RunStage.Run, "ended with exit code 3") with
            {
                ExitCode = 3,
                LogTail = ["one", "two"],
            },
            Token
        );
        using var output = new MemoryStream();

        var outcome = await job.FollowAsync(output, cancellationToken: Token);

        Assert.Equal((3, "one\ntwo\n"), (outcome.ExitCode, Encoding.UTF8.GetString(output.ToArray())));
    }

    [Fact]
    public async Task A_cancelled_job_that_waits_never_starts()
    {
        var job = await SubmitAsync();

        await job.CancelAsync(Token);

        Assert.Equal(RunQueueItemState.Killed, (await job.WaitAsync(Token)).State);
        Assert.Null(await _backend.PopAsync("small", "agent", Lease, Token));
    }

    [Fact]
    public async Task Every_wrong_variable_is_told_and_nothing_is_pushed()
    {
        await _client.EnsureQueuesAsync(
            [
                DockerQueue
                    .Parse(
                        "queue: small\ntemplate_variables:\n  memory: {schema: {type: string, enum: [1g]}}\nresource_args: {local-container: {memory: \"{{memory}}\"}}\n"
                    )
                    .GetValueOrThrow(),
            ],
            Token
        );
        var job = new LaunchJob
        {
            Docker = new JobImageSource { DockerImage = "busybox" },
            TemplateVariables = new Dictionary<string, Configuration.ConfigValue> { ["memory"] = "2g", ["memroy"] = "1g" },
        };

        var refused = await Assert.ThrowsAsync<RunQueueRefusedException>(() => _client.SubmitAsync("small", job, Token));

        Assert.Equal(
            ["'2g' is not a value of memory: write '1g'"],
            refused.Errors.Where(static error => error.Contains("2g", StringComparison.Ordinal))
        );
        Assert.Empty(await _backend.ListItemsAsync(new RunQueueItemFilter(), Token));
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_told() =>
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => _client.SubmitAsync("small", new LaunchJob(), Token));

    public async ValueTask DisposeAsync()
    {
        await _backend.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<SubmittedJob> SubmitAsync()
    {
        await _client.EnsureQueuesAsync([DockerQueue.Create("small", static queue => queue.Rm())], Token);
        return await _client.SubmitAsync("small", new LaunchJob { Docker = new JobImageSource { DockerImage = "busybox" } }, Token);
    }

    private async Task<RunQueueLease> PopAsync()
    {
        var lease = (await _backend.PopAsync("small", "agent", Lease, Token))!;
        await _backend.AcknowledgeAsync(lease, "run", Token);
        return lease;
    }
}
