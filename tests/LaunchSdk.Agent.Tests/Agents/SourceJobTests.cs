using LaunchSdk.Agent.Images;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Recovery;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Building;
using LaunchSdk.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace LaunchSdk.Agent.Tests.Agents;

/// <summary>Jobs whose image is built.</summary>
public sealed class SourceJobTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [EngineFact]
    public async Task A_job_of_a_folder_is_built_and_run()
    {
        await using var agents = new EngineAgent((await TestEngine.RequireAsync()).Host);
        await agents.CreateQueueAsync();
        var folder = Path.Combine(agents.Out, "code");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Dockerfile.wandb"),
            $"FROM {TestEngine.BusyboxImage}\nCOPY word /word\nCMD [\"cat\", \"/word\"]\n",
            Token
        );
        await File.WriteAllTextAsync(Path.Combine(folder, "word"), "from the folder\n", Token);
        var item = await agents.Backend.PushAsync("q", new LaunchJob { Job = folder }, Token);

        await agents.RunOnceAsync();

        var ended = await agents.ItemAsync(item.Id);
        Assert.Equal((RunQueueItemState.Finished, "from the folder"), (ended.State, string.Join('\n', ended.Outcome!.LogTail)));
    }

    [EngineFact]
    public async Task A_build_that_fails_is_a_failure_of_the_build_with_its_last_lines()
    {
        await using var agents = new EngineAgent((await TestEngine.RequireAsync()).Host);
        await agents.CreateQueueAsync();
        await File.WriteAllTextAsync(
            Path.Combine(agents.Out, "Dockerfile.wandb"),
            $"FROM {TestEngine.BusyboxImage}\nRUN echo no such thing; exit 4\n",
            Token
        );
        var item = await agents.Backend.PushAsync("q", new LaunchJob { Job = agents.Out }, Token);

        await agents.RunOnceAsync();

        var outcome = (await agents.ItemAsync(item.Id)).Outcome!;
        Assert.Equal((RunQueueItemState.Failed, RunStage.Build), (outcome.State, outcome.Stage!.Value));
        Assert.Contains("no such thing", string.Join('\n', outcome.LogTail), StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task The_operators_build_secret_is_mounted_by_a_jobs_Dockerfile_and_in_none_of_its_logs()
    {
        await using var agents = new EngineAgent((await TestEngine.RequireAsync()).Host);
        await agents.CreateQueueAsync();
        await File.WriteAllTextAsync(
            Path.Combine(agents.Out, "Dockerfile.wandb"),
            $"""
            FROM {TestEngine.BusyboxImage}
            RUN --mount=type=secret,id=token cat /run/secrets/token && rev /run/secrets/token > /word
            CMD ["cat", "/word"]

            """,
            Token
        );
        var item = await agents.Backend.PushAsync("q", new LaunchJob { Job = agents.Out }, Token);

        await agents.RunOnceAsync(agents.Options with { BuildSecrets = [BuildSecret.FromValue("token", "operator-4711")] });

        var outcome = (await agents.ItemAsync(item.Id)).Outcome!;
        Assert.Equal((RunQueueItemState.Finished, "1174-rotarepo"), (outcome.State, string.Join('\n', outcome.LogTail)));
        var logs = Directory
            .GetFiles(Path.Combine(agents.State, "logs"), "*", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .ToArray();
        Assert.Contains(logs, static log => log.Contains("***", StringComparison.Ordinal));
        Assert.DoesNotContain(logs, static log => log.Contains("operator-4711", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_of_the_agents_machine_is_refused_where_the_queues_are_not_this_users_own()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync("job: /etc");
        await using var docker = new LaunchDocker();
        var images = new JobImages(new PulledImages(docker), new BuiltImages(docker));
        var parts = new AgentServices(
            fixture.Options with
            {
                Once = true,
            },
            fixture.Backend,
            fixture.Host,
            images,
            NullLogger.Instance,
            TimeProvider.System
        );

        await new LaunchAgent(parts).RunAsync(Token);

        Assert.StartsWith(
            "the job may not be built from the folder '/etc'",
            (await fixture.Backend.FindItemAsync(item.Id, Token))!.Outcome!.Message,
            StringComparison.Ordinal
        );
    }
}
