using System.Text.RegularExpressions;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Postgres;
using LaunchSdk.Testing;
using Npgsql;

namespace LaunchSdk.Agent.Tests.Queues.Postgres;

/// <summary>The GRANTs of docs/queues.md, as they stand there: what each role can do, and what it cannot.</summary>
public sealed partial class PostgresRolesTests : IAsyncLifetime
{
    private static readonly string[] Roles = ["launch_submitter", "launch_agent", "launch_operator"];
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly LaunchJob Job = new() { Docker = new JobImageSource { DockerImage = "busybox" } };

    private readonly PostgresFixture _fixture = new(PostgresServer.Require());
    private readonly Dictionary<string, PostgresRunQueueBackend> _clients = new(StringComparer.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PostgresRunQueueBackend Submitter => _clients[Roles[0]];

    private PostgresRunQueueBackend Agent => _clients[Roles[1]];

    private PostgresRunQueueBackend Operator => _clients[Roles[2]];

    public async ValueTask InitializeAsync()
    {
        await _fixture.Backend.ListQueuesAsync(Token);
        foreach (var role in Roles)
        {
            await _fixture.ExecuteAsync($"CREATE ROLE {NameOf(role)} LOGIN PASSWORD 'secret'");
            _clients[role] = new PostgresRunQueueBackend(
                new PostgresRunQueueOptions
                {
                    ConnectionString = ConnectionOf(role),
                    Schema = _fixture.Schema,
                    CallTimeout = TimeSpan.FromSeconds(1),
                }
            );
        }

        await _fixture.ExecuteAsync(Grants());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
        {
            await client.DisposeAsync();
        }

        await _fixture.DisposeAsync();
        foreach (var role in Roles)
        {
            await _fixture.ExecuteAsync($"DROP ROLE IF EXISTS {NameOf(role)}");
        }
    }

    [Fact]
    public async Task A_job_goes_from_its_submitter_to_its_end_and_each_does_its_part()
    {
        await Operator.CreateQueueAsync(DockerQueue.Create("q", static _ => { }), Token);
        await Operator.UpdateQueueAsync(
            DockerQueue.Create("q", static options => options.Memory("1g")) with
            {
                PrioritizationMode = PrioritizationMode.V0,
            },
            Token
        );
        var pushed = await Submitter.PushAsync("q", Job with { Priority = JobPriority.High }, Token);

        var lease = (await Agent.PopAsync("q", "a", Lease, Token))!;
        await Agent.AcknowledgeAsync(lease, "run", Token);
        await Agent.NoteAsync(lease, "works", Token);
        await Agent.RenewAsync([lease], Lease, Token);
        Assert.Single(await Agent.ResumeAsync("a", Lease, Token));
        lease = Assert.Single(await Agent.ResumeAsync("a", Lease, Token));
        await Agent.CompleteAsync(lease, RunOutcome.Failed(RunStage.Run, "ended"), Token);

        Assert.Equal((pushed.Id, RunQueueItemState.Failed), (lease.Item.Id, (await Submitter.FindItemAsync(pushed.Id, Token))!.State));
        Assert.Equal(1, await Agent.DeleteEndedItemsAsync(TimeSpan.Zero, 10, Token));
        await Operator.DeleteQueueAsync("q", Token);
    }

    [Fact]
    public async Task An_item_says_which_user_of_the_database_submitted_it_whatever_the_client_says()
    {
        await Operator.CreateQueueAsync(DockerQueue.Create("q", static _ => { }), Token);

        var own = await Submitter.PushAsync("q", Job, Token);
        await _fixture.ExecuteAsync(
            $"INSERT INTO {_fixture.Schema}.items (id, queue, job, asked, rank, submitted_at, submitted_by) VALUES ('forged', 'q', '{{\"docker\":{{\"docker_image\":\"busybox\"}}}}', 2, 2, 0, 'somebody else')"
        );

        Assert.Equal(NameOf(Roles[0]), own.SubmittedBy);
        Assert.Equal($"{Environment.UserName}@{Environment.MachineName}", own.Client);
        Assert.NotEqual("somebody else", (await Submitter.FindItemAsync("forged", Token))!.SubmittedBy);
    }

    [Fact]
    public async Task A_submitter_stops_its_own_jobs_and_no_others()
    {
        await Operator.CreateQueueAsync(DockerQueue.Create("q", static _ => { }), Token);
        var own = await Submitter.PushAsync("q", Job, Token);
        var other = await Operator.PushAsync("q", Job, Token);

        await Submitter.RequestStopAsync(own.Id, Token);
        var error = await Assert.ThrowsAsync<RunQueueDeniedException>(() => Submitter.RequestStopAsync(other.Id, Token));

        Assert.Contains("whoever submitted it", error.Message, StringComparison.Ordinal);
        Assert.Equal(RunQueueItemState.Killed, (await Submitter.FindItemAsync(own.Id, Token))!.State);
        Assert.Equal(other.Id, (await Agent.PopAsync("q", "a", Lease, Token))!.Item.Id);
        Assert.Null(await Agent.PopAsync("q", "a", Lease, Token));
    }

    [Fact]
    public async Task Who_may_only_look_is_shown_the_jobs_although_a_lease_ran_out()
    {
        await Operator.CreateQueueAsync(DockerQueue.Create("q", static _ => { }), Token);
        await Submitter.PushAsync("q", Job, Token);
        await Agent.PopAsync("q", "a", Lease, Token);
        await _fixture.AdvanceAsync(Lease * 2);
        await _fixture.ExecuteAsync($"GRANT SELECT ON {_fixture.Schema}.passed TO PUBLIC");

        Assert.Equal(RunQueueItemState.Queued, Assert.Single(await Submitter.ListItemsAsync(new RunQueueItemFilter(), Token)).State);
        Assert.Single(await Submitter.ListQueuesAsync(Token));
    }

    [Fact]
    public async Task What_is_not_a_roles_part_is_denied()
    {
        await Operator.CreateQueueAsync(DockerQueue.Create("q", static _ => { }), Token);
        await Submitter.PushAsync("q", Job, Token);
        var lease = (await Agent.PopAsync("q", "a", Lease, Token))!;
        await Submitter.PushAsync("q", Job, Token);

        await DeniedAsync(
            Submitter.CreateQueueAsync(DockerQueue.Create("mine", static _ => { }), Token),
            Submitter.UpdateQueueAsync(DockerQueue.Create("q", static options => options.Privileged()), Token),
            Submitter.DeleteQueueAsync("q", Token),
            Submitter.PopAsync("q", "s", Lease, Token),
            Submitter.AcknowledgeAsync(lease, "run", Token),
            Submitter.CompleteAsync(lease, RunOutcome.Failed(RunStage.Run, "no"), Token),
            Submitter.GiveBackAsync(lease, Token),
            Submitter.KillAsync(lease.Item.Id, Token),
            Submitter.RequeueAsync(lease.Item.Id, RunQueueTakeover.FromAnyAgent, Token),
            Submitter.DeleteEndedItemsAsync(TimeSpan.Zero, 10, Token),
            Agent.CreateQueueAsync(DockerQueue.Create("mine", static _ => { }), Token),
            Agent.UpdateQueueAsync(DockerQueue.Create("q", static options => options.Privileged()), Token),
            Agent.DeleteQueueAsync("q", Token),
            Agent.PushAsync("q", Job, Token)
        );
    }

    [Theory]
    [InlineData("launch_submitter", "UPDATE items SET state = 'running'")]
    [InlineData("launch_submitter", "UPDATE items SET stop_requested = 1")]
    [InlineData("launch_submitter", "DELETE FROM items")]
    [InlineData(
        "launch_submitter",
        "INSERT INTO items (id, queue, job, asked, rank, submitted_at, submitted_by) VALUES ('x', 'q', '{}', 2, 2, 0, 'root')"
    )]
    [InlineData(
        "launch_submitter",
        "INSERT INTO items (id, queue, job, asked, rank, submitted_at, agent) VALUES ('x', 'q', '{}', 2, 2, 0, 'a')"
    )]
    [InlineData("launch_submitter", "UPDATE version SET number = 1")]
    [InlineData("launch_submitter", "UPDATE agents SET token = ''")]
    [InlineData("launch_agent", "UPDATE items SET job = '{}'")]
    [InlineData("launch_agent", "UPDATE items SET submitted_by = 'root'")]
    [InlineData("launch_agent", "UPDATE queues SET definition = '{}'")]
    [InlineData("launch_agent", "INSERT INTO items (id, queue, job, asked, rank, submitted_at) VALUES ('x', 'q', '{}', 2, 2, 0)")]
    [InlineData("launch_operator", "UPDATE items SET submitted_by = 'root'")]
    [InlineData("launch_operator", "UPDATE items SET job = '{}'")]
    public async Task Nor_is_it_done_by_a_statement_of_ones_own(string role, string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionOf(role));
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand($"SET search_path = {_fixture.Schema}; {statement}", connection);

        var error = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Token));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, error.SqlState);
    }

    [Fact]
    public async Task An_agent_deletes_no_item_that_has_not_ended()
    {
        await Operator.CreateQueueAsync(DockerQueue.Create("q", static _ => { }), Token);
        var item = await Submitter.PushAsync("q", Job, Token);
        await using var connection = new NpgsqlConnection(ConnectionOf(Roles[1]));
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand($"DELETE FROM {_fixture.Schema}.items", connection);

        Assert.Equal(0, await command.ExecuteNonQueryAsync(Token));
        Assert.NotNull(await Submitter.FindItemAsync(item.Id, Token));
    }

    private static async Task DeniedAsync(params Task[] calls)
    {
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<RunQueueDeniedException>(() => call);
        }
    }

    private string NameOf(string role) => $"{_fixture.Schema}_{role}";

    private string ConnectionOf(string role) =>
        new NpgsqlConnectionStringBuilder(PostgresServer.Require())
        {
            Username = NameOf(role),
            Password = "secret",
            Pooling = false,
        }.ToString();

    private string Grants()
    {
        var page = File.ReadAllText(Repository.Combine("docs", "queues.md"));
        var block = GrantBlock().Match(page[page.IndexOf("### Who may do what", StringComparison.Ordinal)..]).Groups[1].Value;
        Assert.Contains("GRANT ", block, StringComparison.Ordinal);
        return Roles.Aggregate(
            block.Replace("launchsdk", _fixture.Schema, StringComparison.Ordinal),
            (text, role) => text.Replace(role, NameOf(role), StringComparison.Ordinal)
        );
    }

    [GeneratedRegex(@"```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex GrantBlock();
}
