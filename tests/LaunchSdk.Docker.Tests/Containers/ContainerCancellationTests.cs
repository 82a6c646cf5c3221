using LaunchSdk.Docker.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Containers;

public sealed class ContainerCancellationTests : EngineTests
{
    [EngineFact]
    public async Task A_silent_container_is_stopped_and_removed()
    {
        using var cancellation = new CancellationTokenSource();
        var run = RunAsync(
            Plans.Command("sleep", "600").With(parameters => parameters.StopSignal = "KILL"),
            cancellationToken: cancellation.Token
        );
        await RunningAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task A_container_that_ignores_the_stop_signal_is_killed_after_its_stop_timeout()
    {
        using var cancellation = new CancellationTokenSource();
        var plan = Plans.Shell("trap '' TERM; echo ready; while :; do sleep 1; done").With(parameters => parameters.StopTimeout = 1);
        var run = RunAsync(plan, cancellationToken: cancellation.Token);
        await Output.WaitForStdoutAsync("ready", Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task A_container_that_writes_without_end_is_stopped_and_removed()
    {
        using var cancellation = new CancellationTokenSource();
        var run = RunAsync(
            Plans.Shell("echo ready; exec yes").With(parameters => parameters.StopSignal = "KILL"),
            cancellationToken: cancellation.Token
        );
        await Output.WaitForFirstAsync(Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task A_container_that_is_always_restarted_is_stopped_for_good()
    {
        using var cancellation = new CancellationTokenSource();
        var plan = Plans
            .Shell("echo ready; exec sleep 600")
            .KeptAfterwards()
            .With(parameters =>
            {
                parameters.StopSignal = "KILL";
                parameters.HostConfig!.RestartPolicy = new() { Name = "always" };
            });
        var run = RunAsync(plan, cancellationToken: cancellation.Token);
        await Output.WaitForStdoutAsync("ready", Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        var state = (await Engine.GetAsync($"containers/{Assert.Single(await LeftAsync())}/json", Token))!["State"]!;
        Assert.Equal(("exited", false), ((string?)state["Status"], (bool)state["Restarting"]!));
    }

    [EngineFact]
    public async Task A_container_between_two_restarts_is_stopped_for_good()
    {
        var plan = Labelled(
            Plans.Shell("exit 1").KeptAfterwards().With(parameters => parameters.HostConfig!.RestartPolicy = new() { Name = "always" })
        );
        await using var container = await new ContainerRunner(Docker).StartAsync(plan, Output, null, Token);
        await container.Exited;

        var result = await container.StopAsync(Token);

        var state = (await Engine.GetAsync($"containers/{container.Id}/json", Token))!["State"]!;
        Assert.Equal((1, "exited"), (result.ExitCode, (string?)state["Status"]));
    }

    [EngineTheory]
    [InlineData(ContainerDisposal.LeaveRunning, "running")]
    [InlineData(ContainerDisposal.Stop, "exited")]
    [InlineData(ContainerDisposal.Remove, null)]
    public async Task Disposal_does_what_its_policy_says(ContainerDisposal disposal, string? status)
    {
        var plan = Labelled(
            Plans.Command("sleep", "600").KeptAfterwards().With(parameters => parameters.StopSignal = "KILL") with
            {
                Disposal = disposal,
            }
        );
        var container = await new ContainerRunner(Docker).StartAsync(plan, Output, null, Token);

        await container.DisposeAsync();

        Assert.Equal(status, (string?)(await Engine.GetAsync($"containers/{container.Id}/json", Token))?["State"]?["Status"]);
    }

    [EngineFact]
    public async Task A_container_gets_its_own_stop_signal_and_its_last_words_arrive()
    {
        using var cancellation = new CancellationTokenSource();
        var plan = Plans
            .Shell("trap 'echo goodbye; exit 0' USR1; echo ready; while :; do sleep 0.1; done")
            .With(parameters => parameters.StopSignal = "USR1");
        var run = RunAsync(plan, cancellationToken: cancellation.Token);
        await Output.WaitForStdoutAsync("ready", Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal("ready\ngoodbye\n", Output.Stdout);
    }

    [EngineFact]
    public async Task A_run_that_is_cancelled_before_it_begins_creates_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RunAsync(Plans.Shell(":"), cancellationToken: new CancellationToken(canceled: true))
        );

        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task A_started_container_can_be_stopped_and_tells_how_it_ended()
    {
        await using var container = await new ContainerRunner(Docker).StartAsync(
            Labelled(Plans.Command("sleep", "600").With(parameters => parameters.StopSignal = "KILL")),
            Output,
            null,
            Token
        );

        var result = await container.StopAsync(Token);

        Assert.Equal(137, result.ExitCode);
        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task A_signal_reaches_the_container()
    {
        await using var container = await new ContainerRunner(Docker).StartAsync(
            Labelled(Plans.Shell("trap 'exit 9' HUP; echo ready; while :; do sleep 0.1; done")),
            Output,
            null,
            Token
        );
        await Output.WaitForStdoutAsync("ready", Token);

        await container.KillAsync("HUP", Token);

        Assert.Equal(9, (await container.Completion).ExitCode);
    }

    private async Task RunningAsync()
    {
        while (
            await LeftAsync() is not [var id]
            || (bool?)(await Engine.GetAsync($"containers/{id}/json", Token))?["State"]?["Running"] != true
        )
        {
            Token.ThrowIfCancellationRequested();
        }
    }
}
