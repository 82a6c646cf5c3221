using LaunchSdk.Agent.Hosting;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Submitting;
using LaunchSdk.Docker;
using LaunchSdk.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LaunchSdk.Agent.Tests.Hosting;

public sealed class LaunchAgentHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("launch-host-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [EngineFact]
    public async Task A_host_makes_its_queues_and_runs_what_is_submitted()
    {
        using var host = await StartAsync((await TestEngine.RequireAsync()).Host, HostStop.LeaveJobs);
        var client = host.Services.GetRequiredService<LaunchQueueClient>();
        await client.EnsureQueuesAsync(Queues, Token);
        var job = await client.SubmitAsync(
            "small",
            new LaunchJob
            {
                Docker = new JobImageSource { DockerImage = TestEngine.BusyboxImage },
                Overrides = new JobOverrides { Args = ["sh", "-c", "echo hello; exit 5"] },
            },
            Token
        );
        using var output = new MemoryStream();

        var outcome = await job.FollowAsync(output, cancellationToken: Token);
        await host.StopAsync(Token);

        Assert.Equal((RunQueueItemState.Failed, 5), (outcome.State, outcome.ExitCode));
        Assert.Equal("hello\n"u8, output.ToArray());
        Assert.Equal(AgentPhase.Ended, host.Services.GetRequiredService<LaunchAgent>().Status.Phase);
    }

    [Theory]
    [InlineData(HostStop.LeaveJobs)]
    [InlineData(HostStop.CancelJobs)]
    [InlineData(HostStop.Drain)]
    public async Task A_host_stops_its_agent_also_where_no_engine_answers(HostStop stop)
    {
        using var host = await StartAsync("unix:///no/such.sock", stop);

        await host.StopAsync(Token);

        Assert.Equal(AgentPhase.Ended, host.Services.GetRequiredService<LaunchAgent>().Status.Phase);
    }

    [Fact]
    public async Task The_parts_are_each_there_once()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddLaunchAgent(Configure("unix:///no/such.sock", HostStop.Drain))
            .BuildServiceProvider();

        Assert.Same(services.GetRequiredService<IRunQueueBackend>(), services.GetRequiredService<IRunQueueBackend>());
        Assert.Equal("host", services.GetRequiredService<LaunchAgent>().Status.Name);
        Assert.Equal(_folder, Path.GetDirectoryName(services.GetRequiredService<LaunchQueueClient>().LogFolder));
    }

    [Fact]
    public void A_queue_without_a_name_is_refused_at_once() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddLaunchAgent(static agent => agent.Queues = [new DockerQueue()]));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static DockerQueue[] Queues => [DockerQueue.Create("small", static queue => queue.Rm().Network("none"))];

    private async Task<IHost> StartAsync(string engine, HostStop stop)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLaunchAgent(Configure(engine, stop));
        var host = builder.Build();
        await using var changes = host.Services.GetRequiredService<LaunchAgent>().ChangesAsync(Token).GetAsyncEnumerator(Token);
        await host.StartAsync(Token);
        Assert.True(await changes.MoveNextAsync());
        return host;
    }

    private Action<LaunchAgentHostOptions> Configure(string engine, HostStop stop) =>
        agent =>
        {
            agent.Queues = Queues;
            agent.Backend = _ => new SqliteRunQueueBackend(new SqliteRunQueueOptions { Path = Path.Combine(_folder, "queues.db") });
            agent.Engine = new DockerEngineOptions { Environment = name => name == "DOCKER_HOST" ? engine : null };
            agent.Agent = options => options with { Name = "host", StateFolder = _folder, GpuDevices = [] };
            agent.WhenStopped = stop;
        };
}
