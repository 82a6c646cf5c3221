using LaunchSdk.Agent.Conformance;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Machine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Postgres;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Tests.Agents;
using Microsoft.Extensions.Logging.Abstractions;

namespace LaunchSdk.Agent.Tests.Queues.Postgres;

/// <summary>Agents on several machines, at one PostgreSQL server. A machine is a state folder and an engine of its own.</summary>
public sealed class PostgresNameTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lsdk-names");
    private readonly CancellationTokenSource _leave = new();
    private readonly List<Task> _running = [];
    private PostgresFixture _fixture = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fixture = new PostgresFixture(PostgresServer.Require());
        await _fixture.Backend.CreateQueueAsync(DockerQueue.Parse("rm: true").GetValueOrThrow() with { Name = "q" }, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _leave.CancelAsync();
        await Task.WhenAll(_running).WaitAsync(Longest);
        _leave.Dispose();
        await _fixture.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_second_machine_with_the_name_is_refused_and_the_job_of_the_first_goes_on()
    {
        var (host, other) = (new FakeHost(), new FakeHost());
        var first = Start("one", host, "dup");
        var item = await PushAsync();
        await first.WaitAsync(static status => status.Jobs is [{ Step: JobStep.Running }]);

        var refused = await Assert.ThrowsAsync<AgentNameInUseException>(() => Create("two", other, "dup").RunAsync(Token));

        Assert.Contains(
            $"the machine '{Environment.MachineName}' (id {MachineId.Find(StateOf("one"))}) has the name 'dup' since ",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Single(host.Containers).Value.End(0);
        await first.WaitAsync(static status => status.EndedCount == 1);
        var ended = (await _fixture.Backend.FindItemAsync(item, Token))!;
        Assert.Equal((RunQueueItemState.Finished, 1), (ended.State, ended.Attempt));
        Assert.Empty(other.Starts);
    }

    [Fact]
    public async Task Machines_of_one_name_have_agents_of_different_names_by_default()
    {
        var (first, second) = (Start("one", new FakeHost(), null), Start("two", new FakeHost(), null));
        await first.WaitAsync(static status => status.Phase == AgentPhase.Working);
        await second.WaitAsync(static status => status.Phase == AgentPhase.Working);

        Assert.Equal($"{Environment.MachineName}-{MachineId.Find(StateOf("one"))}", first.Status.Name);
        Assert.Equal($"{Environment.MachineName}-{MachineId.Find(StateOf("two"))}", second.Status.Name);
        Assert.NotEqual(first.Status.Name, second.Status.Name);
    }

    [Fact]
    public async Task A_machine_that_has_the_name_later_leaves_the_jobs_that_run_on_the_first_alone()
    {
        var lease = await LeaveBehindAsync("dup", MachineId.FindOrCreate(StateOf("one")));
        await _fixture.AdvanceAsync(Lease + TimeSpan.FromSeconds(1));
        var host = new FakeHost { EndsAtOnce = true };
        var second = Start("two", host, "dup");
        await second.WaitAsync(static status => status.Phase == AgentPhase.Working);

        var left = (await _fixture.Backend.FindItemAsync(lease.Item.Id, Token))!;

        Assert.Equal((RunQueueItemState.Running, true), (left.State, left.AgentIsSilent));
        Assert.Empty(host.Starts);
    }

    [Fact]
    public async Task What_ran_under_the_default_name_of_the_first_version_is_found_again()
    {
        var backend = _fixture.Backend;
        var id = await PushAsync();
        var lease = (await backend.PopAsync("q", Environment.MachineName, Lease, Token))!;
        await backend.AcknowledgeAsync(lease, "run", Token);
        var foreign = await PushAsync();
        await backend.AcknowledgeAsync((await backend.PopAsync("q", Environment.MachineName, Lease, Token))!, "run", Token);
        var host = new FakeHost();
        var container = host.Add(
            "running",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Agent.Containers.AgentLabels.Item] = id,
                [Agent.Containers.AgentLabels.Agent] = Environment.MachineName,
                [Agent.Containers.AgentLabels.Backend] = Agent.Containers.AgentLabels.BackendValue(backend.Description),
            }
        );
        Directory.CreateDirectory(Path.Combine(StateOf("one"), "agents"));
        await File.WriteAllTextAsync(
            Path.Combine(StateOf("one"), "agents", Uri.EscapeDataString(Environment.MachineName) + ".lock"),
            "",
            Token
        );
        var agent = Start("one", host, null);
        await agent.WaitAsync(static status => status.Jobs is [{ Step: JobStep.Running, WasAdopted: true }]);

        container.End(5);

        await agent.WaitAsync(static status => status.EndedCount == 1);
        Assert.Equal(5, (await backend.FindItemAsync(id, Token))!.Outcome!.ExitCode);
        // The other has its container elsewhere, on a clone of this machine.
        Assert.Equal(
            (RunQueueItemState.Running, Environment.MachineName),
            ((await backend.FindItemAsync(foreign, Token))!.State, (await backend.FindItemAsync(foreign, Token))!.Agent)
        );
    }

    [Fact]
    public async Task A_name_under_which_an_agent_of_the_first_version_works_is_refused_until_its_leases_end()
    {
        await PushAsync();
        await _fixture.Backend.PopAsync("q", "dup", Lease, Token);
        var registration = new AgentRegistration("dup", "m", "id", "");
        IAgentRegistry agents = _fixture.Backend;

        var refused = await Assert.ThrowsAsync<AgentNameInUseException>(() => agents.ClaimAsync(registration, Lease, Token));
        await _fixture.AdvanceAsync(Lease + TimeSpan.FromSeconds(1));
        await agents.ClaimAsync(registration, Lease, Token);

        Assert.Contains("of an older LaunchSdk has jobs", refused.Message, StringComparison.Ordinal);
    }

    private string StateOf(string machine) => Path.Combine(_folder.FullName, machine);

    private LaunchAgent Create(string machine, FakeHost host, string? name)
    {
        var options = new LaunchAgentOptions
        {
            Name = name,
            Queues = ["q"],
            StateFolder = StateOf(machine),
            GpuDevices = [],
        };
        return new LaunchAgent(
            new AgentServices(options, _fixture.Backend, host, new FakeImages(), NullLogger.Instance, TimeProvider.System)
        );
    }

    private LaunchAgent Start(string machine, FakeHost host, string? name)
    {
        var agent = Create(machine, host, name);
        _running.Add(agent.RunAsync(_leave.Token));
        return agent;
    }

    private async Task<string> PushAsync() =>
        (await _fixture.Backend.PushAsync("q", LaunchJob.Parse("docker: {docker_image: busybox}").GetValueOrThrow(), Token)).Id;

    // A job that an agent has begun on its machine, before it died.
    private async Task<RunQueueLease> LeaveBehindAsync(string agent, string machineId)
    {
        await PushAsync();
        await using var client = (PostgresRunQueueBackend)((IBackendFixture)_fixture).Connect();
        await ((IAgentRegistry)client).ClaimAsync(new AgentRegistration(agent, "gpu-box", machineId, ""), Lease, Token);
        var lease = (await client.PopAsync("q", agent, Lease, Token))!;
        await client.AcknowledgeAsync(lease, "run", Token);
        return lease;
    }
}
