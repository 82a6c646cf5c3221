using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Reliability;

/// <summary>The engine goes on, and nobody can reach it for a while.</summary>
public sealed class SocketOutageTests : OutageTests
{
    [EngineFact]
    [Trait("Category", "Slow")]
    public Task A_job_outlives_5_seconds_without_the_socket() => OutliveAsync(5);

    [EngineFact]
    public async Task A_job_that_ends_while_the_socket_is_gone_tells_its_exit_and_all_of_its_output()
    {
        await using var proxy = new OutageProxy(Engine.Host);
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = proxy.Host }, Token);
        var plan = Labelled(
            Plans.Shell("trap 'echo out; echo err >&2; exit 7' USR1; echo ready; while :; do sleep 0.05; done").KeptAfterwards()
        );
        await using var container = await new ContainerRunner(docker).StartAsync(plan, Output, null, Token);
        await Output.WaitForStdoutAsync("ready", Token);

        await proxy.CutAsync();
        await new ContainerRunnerBesides(Docker).KillAsync(container.Id, "USR1", Token);
        proxy.Listen();
        var result = await container.Completion;

        Assert.Equal((7, true), (result.ExitCode, result.IsOutputComplete));
        Assert.Equal(("ready\nout\n", "err\n"), (Output.Stdout, Output.Stderr));
    }

    [EngineFact]
    public async Task A_job_with_rm_that_ends_while_the_socket_is_gone_tells_its_exit_and_that_output_is_lost()
    {
        await using var proxy = new OutageProxy(Engine.Host);
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = proxy.Host }, Token);
        var plan = Labelled(Plans.Shell("trap 'echo out; exit 7' USR1; echo ready; while :; do sleep 0.05; done"));
        await using var container = await new ContainerRunner(docker).StartAsync(plan, Output, null, Token);
        await Output.WaitForStdoutAsync("ready", Token);

        await proxy.CutAsync();
        await new ContainerRunnerBesides(Docker).KillAsync(container.Id, "USR1", Token);
        proxy.Listen();
        var result = await container.Completion;

        Assert.Equal((7, false, ContainerEnd.Removed), (result.ExitCode, result.IsOutputComplete, result.End));
        Assert.Contains("the container was removed before it could be read", result.OutputLoss, StringComparison.Ordinal);
        Assert.Equal("ready\n", Output.Stdout);
    }

    [EngineFact]
    public async Task A_stop_that_cannot_reach_the_engine_reaches_it_when_it_is_back()
    {
        await using var proxy = new OutageProxy(Engine.Host);
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = proxy.Host }, Token);
        var plan = Labelled(Plans.Shell("echo ready; exec sleep 600").With(parameters => parameters.StopSignal = "KILL"));
        await using var container = await new ContainerRunner(docker).StartAsync(plan, Output, null, Token);
        await Output.WaitForStdoutAsync("ready", Token);

        await proxy.CutAsync();
        var stopping = container.StopAsync(Token);
        proxy.Listen();
        var result = await stopping;

        Assert.Equal((137, true), (result.ExitCode, result.WasStopped));
        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task A_lost_engine_that_does_not_come_back_is_an_error_that_says_where_the_container_is()
    {
        await using var proxy = new OutageProxy(Engine.Host);
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = proxy.Host }, Token);
        var plan = Labelled(
            Plans.Shell("echo ready; exec sleep 600").With(parameters => parameters.StopSignal = "KILL") with
            {
                ReconnectTime = TimeSpan.Zero,
            }
        );
        await using var container = await new ContainerRunner(docker).StartAsync(plan, Output, null, Token);
        await Output.WaitForStdoutAsync("ready", Token);

        await proxy.CutAsync();
        var error = await Assert.ThrowsAsync<DockerEngineUnavailableException>(() => container.Completion);

        Assert.Contains(container.Id[..12], error.Message, StringComparison.Ordinal);
        Assert.Equal([container.Id], await LeftAsync());
    }
}
