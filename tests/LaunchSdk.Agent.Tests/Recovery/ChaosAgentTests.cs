using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Agents;
using LaunchSdk.Docker;
using LaunchSdk.Testing;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>An agent whose engine's place is taken by something else, for one of its requests.</summary>
public sealed class ChaosAgentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-chaos").FullName;

    [Theory]
    [InlineData("POST /containers/create", "truncated JSON")]
    [InlineData("POST /containers/create", "a body that is shorter than its length")]
    [InlineData("POST /containers/create", "an error without an end")]
    [InlineData("POST /containers/*/attach", "a page of HTML with 200")]
    [InlineData("POST /containers/*/start", "bytes that are no HTTP")]
    public async Task A_job_on_such_an_engine_is_given_back_or_fails_with_the_message_and_the_agent_goes_on(string request, string answer)
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On(request, ChaosAnswer.OfNoEngine.Single(one => one.Name == answer));
        await using var docker = new LaunchDocker(new DockerEngineOptions { Host = proxy.Host });
        await using var backend = await CreateBackendAsync();
        var spoiled = await PushAsync(backend);
        var (agent, leave, running) = Start(backend, docker);

        await agent.WaitAsync(static status => status.EndedCount == 1);
        proxy.Answer = static _ => null;
        var good = await PushAsync(backend);
        await agent.WaitAsync(static status => status.EndedCount == 2);

        var failed = (await backend.FindItemAsync(spoiled.Id, TestContext.Current.CancellationToken))!;
        Assert.Equal(RunQueueItemState.Failed, failed.State);
        Assert.Contains(proxy.Host, failed.Outcome!.Message, StringComparison.Ordinal);
        Assert.Equal(RunQueueItemState.Finished, (await backend.FindItemAsync(good.Id, TestContext.Current.CancellationToken))!.State);
        await leave.CancelAsync();
        await running;
    }

    [Theory]
    [InlineData("truncated JSON")]
    [InlineData("a page of HTML with 502")]
    public async Task An_agent_that_cannot_list_containers_at_its_start_says_so_and_waits(string answer)
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On("GET /containers/json", ChaosAnswer.OfNoEngine.Single(one => one.Name == answer));
        await using var docker = new LaunchDocker(new DockerEngineOptions { Host = proxy.Host });
        await using var backend = await CreateBackendAsync();
        var item = await PushAsync(backend);
        var (agent, leave, running) = Start(backend, docker);

        var waiting = await agent.WaitAsync(static status => status.EngineProblem is not null);
        proxy.Answer = static _ => null;
        await agent.WaitAsync(static status => status.EndedCount == 1);

        Assert.Contains(proxy.Host, waiting.EngineProblem, StringComparison.Ordinal);
        Assert.Equal(RunQueueItemState.Finished, (await backend.FindItemAsync(item.Id, TestContext.Current.CancellationToken))!.State);
        await leave.CancelAsync();
        await running;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<MemoryBackend> CreateBackendAsync()
    {
        var backend = new MemoryBackend();
        await backend.CreateQueueAsync(DockerQueue.Parse("rm: true").GetValueOrThrow() with { Name = AgentFixture.Queue });
        return backend;
    }

    private static Task<RunQueueItem> PushAsync(MemoryBackend backend) =>
        backend.PushAsync(AgentFixture.Queue, LaunchJob.Parse("docker: {docker_image: busybox}").GetValueOrThrow());

    private (LaunchAgent Agent, CancellationTokenSource Leave, Task Running) Start(MemoryBackend backend, LaunchDocker docker)
    {
        var agent = new LaunchAgent(
            new LaunchAgentOptions
            {
                Name = "chaos",
                Queues = [AgentFixture.Queue],
                StateFolder = _folder,
                GpuDevices = [],
            },
            backend,
            docker
        );
        var leave = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        return (agent, leave, agent.RunAsync(leave.Token));
    }
}
