using LaunchSdk.Agent.Queues;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>
/// kill -9 of an agent's process at each step of a job, on a real engine: the next agent of its name brings the job to its one end.
/// </summary>
[Trait("Category", "Slow")]
public sealed class AgentDeathTests
{
    private const string Script = "echo ran >> /out/runs; until [ -e /out/go ]; do sleep 0.05; done; echo last words; exit 7";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [EngineTheory]
    [InlineData(KillStep.Popped, 2)]
    [InlineData(KillStep.Acknowledged, 2)]
    [InlineData(KillStep.ImageReady, 2)]
    [InlineData(KillStep.Created, 2)]
    [InlineData(KillStep.Started, 1)]
    [InlineData(KillStep.Running, 1)]
    [InlineData(KillStep.Exited, 1)]
    [InlineData(KillStep.Reported, 1)]
    public async Task A_job_whose_agent_is_killed_runs_once_and_ends_once(KillStep step, int attempts)
    {
        await using var agents = new EngineAgent((await TestEngine.RequireAsync()).Host);
        await agents.CreateQueueAsync();
        var item = await agents.PushAsync(Script);
        if (step >= KillStep.Exited)
        {
            agents.Go();
        }

        await using (var killed = await KilledAgent.StartAsync(agents.Database, agents.State, step, agents.Host, Token))
        {
            await killed.KillAsync();
        }

        agents.Go();
        await agents.RunOnceAsync();

        var ended = await agents.ItemAsync(item);
        Assert.Equal((RunQueueItemState.Failed, 7), (ended.State, ended.Outcome!.ExitCode));
        Assert.Equal(["last words"], ended.Outcome.LogTail);
        Assert.Equal(attempts, ended.Attempt);
        Assert.Equal(1, agents.Runs);
        Assert.Empty(await agents.ContainersAsync());
        Assert.Equal("last words\n", await File.ReadAllTextAsync(Path.Combine(agents.State, "logs", item + ".log"), Token));
    }

    [EngineFact]
    public async Task A_job_that_ends_while_no_agent_lives_is_reported_with_its_exit_code_and_last_lines()
    {
        await using var agents = new EngineAgent((await TestEngine.RequireAsync()).Host);
        await agents.CreateQueueAsync();
        var item = await agents.PushAsync(Script);
        await using (var killed = await KilledAgent.StartAsync(agents.Database, agents.State, KillStep.Running, agents.Host, Token))
        {
            await killed.KillAsync();
        }

        var left = Assert.Single(await agents.ContainersAsync());
        await using (var container = await (await agents.Docker.GetCatalogAsync(Token)).AdoptAsync(left.Id, cancellationToken: Token))
        {
            agents.Go();
            await container.Completion.WaitAsync(Token);
        }

        await agents.RunOnceAsync();

        var ended = await agents.ItemAsync(item);
        Assert.Equal((7, 1), (ended.Outcome!.ExitCode, ended.Attempt));
        Assert.Equal(["last words"], ended.Outcome.LogTail);
        Assert.Equal(1, agents.Runs);
        Assert.Empty(await agents.ContainersAsync());
    }

    [EngineFact]
    public async Task Containers_that_no_agent_made_are_left_as_they_are()
    {
        await using var agents = new EngineAgent((await TestEngine.RequireAsync()).Host);
        await agents.CreateQueueAsync();
        var command = Commands
            .DockerRunCommand.Create(
                new Commands.DockerRunRequest
                {
                    Queue = DockerQueue.Parse("network: none\npull: never\ndetach: true\n").GetValueOrThrow(),
                    Image = TestEngine.BusyboxImage,
                    Command = ["sleep", "60"],
                }
            )
            .GetValueOrThrow();
        await using var foreign = await agents.Docker.StartAsync(
            command,
            new Docker.LaunchRunOptions { Disposal = ContainerDisposal.Remove },
            Token
        );

        await agents.RunOnceAsync();

        Assert.True((await (await agents.Docker.GetCatalogAsync(Token)).GetAsync(foreign.Id, Token)).IsRunning);
    }
}
