using System.Data.Common;
using LaunchSdk.Agent.Conformance;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Tests.Queues.FirstVersion;

/// <summary>
/// A database that the first version made (state 9d8caf6, its tool and its agent box-1 on a real engine) is brought up to date with all
/// that is in it.
/// </summary>
public abstract class FirstVersionTests : IAsyncLifetime
{
    private const string Agent = "box-1";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected IBackendFixture Fixture { get; private set; } = null!;

    /// <summary>What stands before a table's name.</summary>
    protected abstract string Prefix { get; }

    private IRunQueueBackend Backend => Fixture.Backend;

    public async ValueTask InitializeAsync() => Fixture = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (Fixture is not null)
        {
            await Fixture.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_item_is_there_as_it_was()
    {
        var items = (await Backend.ListItemsAsync(new RunQueueItemFilter(), Token)).ToDictionary(
            static item => item.Job.Name!,
            StringComparer.Ordinal
        );

        Assert.Equal(
            ["cancelled", "critical", "failed", "finished", "größer", "low", "running", "stopping"],
            items.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal((RunQueueItemState.Finished, 0), (items["finished"].State, items["finished"].Outcome!.ExitCode));
        Assert.Equal(["one", "two"], items["finished"].Outcome!.LogTail);
        Assert.Equal(
            (RunQueueItemState.Failed, 7, Agent),
            (items["failed"].State, items["failed"].Outcome!.ExitCode, items["failed"].Agent)
        );
        Assert.Equal(RunQueueItemState.Killed, items["cancelled"].State);
        Assert.Equal((RunQueueItemState.Queued, JobPriority.Critical), (items["critical"].State, items["critical"].Priority));
        Assert.Equal("ß \"quoted\"", items["größer"].Job.Overrides!.Args![1].Text);
        Assert.Equal((RunQueueItemState.Running, true), (items["stopping"].State, items["stopping"].StopRequested));
    }

    [Fact]
    public async Task Queues_keep_their_definitions_and_their_order()
    {
        var queue = (await Backend.FindQueueAsync("gpu", Token))!;
        var order = new List<string>();
        while (await Backend.PopAsync("gpu", "b", Lease, Token) is { } lease)
        {
            order.Add(lease.Item.Job.Name!);
        }

        Assert.Equal((PrioritizationMode.V0, "1g"), (queue.Definition.PrioritizationMode, queue.Definition.Config.Memory?.ToString()));
        Assert.Equal(["critical", "größer", "low"], order);
    }

    [Fact]
    public async Task Its_agent_resumes_what_it_had_and_ends_it()
    {
        var leases = await Backend.ResumeAsync(Agent, Lease, Token);

        Assert.Equal(["running", "stopping"], leases.Select(static lease => lease.Item.Job.Name));
        Assert.All(leases, static lease => Assert.NotNull(lease.Item.RunId));
        await Backend.CompleteAsync(leases[0], RunOutcome.Finished("over"), Token);
        Assert.Equal(RunQueueItemState.Finished, (await Backend.FindItemAsync(leases[0].Item.Id, Token))!.State);
    }

    [Fact]
    public async Task Clients_that_bring_it_up_to_date_at_once_do_it_once()
    {
        var clients = Enumerable.Range(0, 8).Select(_ => Fixture.Connect()).ToList();

        var counts = await Task.WhenAll(
            clients.Select(client => Task.Run(async () => (await client.ListItemsAsync(new RunQueueItemFilter(), Token)).Count, Token))
        );

        Assert.All(counts, static count => Assert.Equal(8, count));
        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }
    }

    /// <summary>
    /// An agent of the first version that runs during the update looks at the version at its start only: its statements go on to work.
    /// </summary>
    [Fact]
    public async Task The_statements_of_an_agent_of_the_first_version_that_still_runs_go_on_to_work()
    {
        await Backend.ListQueuesAsync(Token);

        await using var old = await ConnectAsync();
        await ExecuteAsync(
            old,
            $"INSERT INTO {Prefix}items (id, queue, job, asked, rank, submitted_at) SELECT 'old', name, '{{\"name\":\"old\",\"docker\":{{\"docker_image\":\"i\"}}}}', 2, 2, 1 FROM {Prefix}queues WHERE name = 'cpu' ON CONFLICT (id) DO NOTHING"
        );
        await ExecuteAsync(
            old,
            $"UPDATE {Prefix}items SET state = 'pending', attempt = 1, agent = 'old-agent', run_id = NULL, token = 't', lease_until = 9000000000000000, started_at = NULL, ended_at = NULL, stop_requested = 0, note = NULL, message = NULL, stage = NULL, exit_code = NULL, log_tail = NULL WHERE id = 'old'"
        );

        var taken = (await Backend.FindItemAsync("old", Token))!;
        Assert.Equal((RunQueueItemState.Pending, "old-agent", "old"), (taken.State, taken.Agent, taken.Job.Name));
        Assert.Equal("old", Assert.Single(await Backend.ResumeAsync("old-agent", Lease, Token)).Item.Id);
    }

    protected abstract Task<IBackendFixture> CreateAsync();

    /// <summary>A connection as SQL has it.</summary>
    protected abstract Task<DbConnection> ConnectAsync();

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Token));
    }
}
