using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Tests.Containers;

namespace LaunchSdk.Docker.Tests.Reliability;

/// <summary>The engine itself stops while a job runs: each test has an engine of its own.</summary>
[Trait("Engine", "real")]
[Trait("Category", "Slow")]
public sealed class EngineRestartTests
{
    private const string Ticking = "trap 'echo last; exit 4' USR1; echo ready; while :; do echo tick; sleep 0.1; done";

    private readonly CapturedOutput _output = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    public async Task With_live_restore_a_job_outlives_its_engine_and_nothing_of_its_output_is_lost()
    {
        await using var engine = await PrivateEngine.StartAsync(liveRestore: true, Token);
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);
        var script =
            "trap 'exit 4' USR1; i=0; while [ $i -lt 40 ]; do echo tick $i; i=$((i+1)); sleep 0.1; done; echo ready; while :; do sleep 0.05; done";
        await using var container = await new ContainerRunner(docker).StartAsync(
            Plans.Shell(script).KeptAfterwards(),
            _output,
            null,
            Token
        );
        await _output.WaitForStdoutAsync("tick 3", Token);

        await engine.StopAsync();
        await engine.StartAgainAsync(Token);
        await _output.WaitForStdoutAsync("ready", Token);
        await container.KillAsync("USR1", Token);
        var result = await container.Completion;

        Assert.Equal((4, true), (result.ExitCode, result.IsOutputComplete));
        Assert.Equal(string.Concat(Enumerable.Range(0, 40).Select(number => $"tick {number}\n")) + "ready\n", _output.Stdout);
    }

    [Fact(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    public async Task Without_live_restore_the_job_ends_with_its_engine_and_its_exit_is_told()
    {
        await using var engine = await PrivateEngine.StartAsync(liveRestore: false, Token);
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);
        var plan = Plans.Shell("trap 'echo bye; exit 3' TERM; " + Ticking).KeptAfterwards();
        await using var container = await new ContainerRunner(docker).StartAsync(plan, _output, null, Token);
        await _output.WaitForStdoutAsync("ready", Token);

        await engine.StopAsync();
        await engine.StartAgainAsync(Token);
        var result = await container.Completion;

        Assert.Equal(3, result.ExitCode);
        Assert.True(result.IsOutputComplete);
        Assert.EndsWith("bye\n", _output.Stdout, StringComparison.Ordinal);
    }

    [Fact(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    public async Task Without_live_restore_a_job_with_rm_whose_engine_dies_suddenly_is_gone_and_its_exit_is_told()
    {
        await using var engine = await PrivateEngine.StartAsync(liveRestore: false, Token);
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);
        await using var container = await new ContainerRunner(docker).StartAsync(Plans.Shell(Ticking), _output, null, Token);
        await _output.WaitForStdoutAsync("ready", Token);

        await engine.KillAsync();
        await engine.StartAgainAsync(Token);
        var result = await container.Completion;

        Assert.Equal((ContainerEnd.Removed, true), (result.End, result.ExitCode > 0));
        Assert.Empty(await engine.Plain.ContainersWithLabelAsync(LaunchLabels.Managed, Token));
    }

    [Fact(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    public async Task With_live_restore_a_job_outlives_the_sudden_death_of_its_engine()
    {
        await using var engine = await PrivateEngine.StartAsync(liveRestore: true, Token);
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);
        await using var container = await new ContainerRunner(docker).StartAsync(
            Plans.Shell(Ticking).KeptAfterwards(),
            _output,
            null,
            Token
        );
        await _output.WaitForStdoutAsync("ready", Token);

        await engine.KillAsync();
        await engine.StartAgainAsync(Token);
        await container.KillAsync("USR1", Token);
        var result = await container.Completion;

        Assert.Equal(4, result.ExitCode);
        Assert.EndsWith("last\n", _output.Stdout, StringComparison.Ordinal);
    }
}
