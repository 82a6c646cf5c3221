using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Containers;

public sealed class ContainerCatalogTests : EngineTests
{
    private ContainerCatalog Catalog => new(Docker);

    // Other tests have containers on the same engine.
    private PruneOptions Mine =>
        new() { MinimumAge = TimeSpan.Zero, Only = container => container.Labels.Contains(KeyValuePair.Create(Label.Key, Label.Value)) };

    [EngineFact]
    public async Task A_container_is_found_by_its_run_its_name_and_the_beginning_of_its_id()
    {
        var name = $"launchsdk-test-{Guid.NewGuid():n}";
        await using var container = await StartAsync(
            Plans.Command("sleep", "600").With(parameters => (parameters.Name, parameters.StopSignal) = (name, "KILL"))
        );

        var found = await Catalog.GetAsync(container.RunId, Token);

        Assert.Equal((container.Id, name, "running", true), (found.Id, found.Name, found.State, found.IsRunning));
        Assert.Equal(ContainerOwner.Current, found.Owner);
        Assert.Equal(found, await Catalog.GetAsync(name, Token) with { Labels = found.Labels, Status = found.Status });
        Assert.Equal(found.Id, (await Catalog.GetAsync(container.Id[..12], Token)).Id);
    }

    [EngineFact]
    public async Task A_container_that_others_made_is_not_touched()
    {
        var foreign = (await RunAsync(Plans.Shell(":").KeptAfterwards() with { Labelled = false })).Id;

        await Assert.ThrowsAsync<ContainerNotFoundException>(() => Catalog.AdoptAsync(foreign, null, Token));
        await Assert.ThrowsAsync<ContainerNotFoundException>(() => Catalog.StopAsync(foreign, null, Token));
        await Assert.ThrowsAsync<ContainerNotFoundException>(() => Catalog.RemoveAsync(foreign, Token));
        Assert.DoesNotContain(await Catalog.PruneAsync(Mine, Token), container => container.Id == foreign);

        Assert.Contains(foreign, await LeftAsync());
    }

    [EngineFact]
    public async Task An_adopted_container_gives_its_output_from_the_beginning_and_its_exit()
    {
        await using var left = await StartAsync(
            Plans.Shell("echo early; trap 'echo late; exit 5' USR1; echo ready; while :; do sleep 0.05; done").KeptAfterwards()
        );
        await Output.WaitForStdoutAsync("ready", Token);
        await left.DisposeAsync();
        var captured = new CapturedOutput();

        await using var adopted = await Catalog.AdoptAsync(left.RunId, new AdoptOptions { Output = captured }, Token);
        await captured.WaitForStdoutAsync("ready", Token);
        await adopted.KillAsync("USR1", Token);
        var result = await adopted.Completion;

        Assert.Equal((5, left.RunId), (result.ExitCode, result.RunId));
        Assert.Equal("early\nready\nlate\n", captured.Stdout);
        Assert.Equal(["early", "ready", "late"], result.LastLines.Select(line => line.Text));
    }

    [EngineFact]
    public async Task A_container_that_ended_while_nobody_watched_tells_how()
    {
        var ended = await RunAsync(Plans.Shell("echo words; exit 4").KeptAfterwards());

        await using var adopted = await Catalog.AdoptAsync(ended.Id, null, Token);
        var result = await adopted.Completion;

        Assert.Equal((4, ended.RunId), (result.ExitCode, result.RunId));
        Assert.Equal("words", Assert.Single(result.LastLines).Text);
    }

    [EngineFact]
    public async Task A_prune_takes_what_has_ended_and_leaves_what_runs()
    {
        var ended = await RunAsync(Plans.Shell(":").KeptAfterwards());
        await using var running = await StartAsync(Plans.Command("sleep", "600").With(parameters => parameters.StopSignal = "KILL"));

        var removed = await Catalog.PruneAsync(Mine with { RunningOrphans = true }, Token);

        Assert.Contains(removed, container => container.Id == ended.Id);
        Assert.Equal([running.Id], await LeftAsync());
    }

    [EngineFact]
    public async Task A_container_whose_end_was_told_is_listed_as_ended_and_pruned()
    {
        for (var round = 1; round <= 10; round++)
        {
            await using var container = await StartAsync(Plans.Shell(":").KeptAfterwards());
            await container.Exited;

            var listed = (await Catalog.ListAsync(Token)).Single(other => other.Id == container.Id);
            var removed = await Catalog.PruneAsync(Mine, Token);

            Assert.Equal((round, "exited"), (round, listed.State));
            Assert.Equal(container.Id, Assert.Single(removed).Id);
        }
    }

    [EngineFact]
    public async Task Only_a_container_that_does_not_run_is_removed_without_force()
    {
        var plan = Plans.Command("sleep", "600").With(parameters => parameters.StopSignal = "KILL").KeptAfterwards();
        await using var running = await StartAsync(plan);

        Assert.False(await Catalog.TryRemoveAsync(running.Id, Token));
        await running.StopAsync(Token);
        Assert.True(await Catalog.TryRemoveAsync(running.Id, Token));

        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task Output_of_an_adopted_container_that_cannot_be_had_is_no_complete_output()
    {
        var plan = Plans.Shell("echo words").With(parameters => parameters.HostConfig!.LogConfig = new() { Type = "none" });
        var ended = await RunAsync(plan.KeptAfterwards());
        await using var adopted = await Catalog.AdoptAsync(ended.Id, null, Token);
        using var reader = adopted.Output!.Subscribe();

        var result = await adopted.Completion;

        Assert.Equal((0, false), (result.ExitCode, result.IsOutputComplete));
        Assert.Contains(ended.Id[..12], result.OutputLoss, StringComparison.Ordinal);
        await Assert.ThrowsAsync<OutputLostException>(async () => await reader.ReadLinesAsync(Token).LastOrDefaultAsync(Token));
    }

    [EngineFact]
    public async Task Logs_of_a_driver_that_cannot_be_read_are_an_explained_error()
    {
        var result = await RunAsync(
            Plans.Shell("echo seen").KeptAfterwards().With(parameters => parameters.HostConfig!.LogConfig = new() { Type = "none" })
        );

        var error = await Assert.ThrowsAsync<LogsNotReadableException>(() =>
            Catalog.ReadLogsAsync(result.Id, DiscardedOutput.Instance, null, Token)
        );

        Assert.Equal("seen\n", Output.Stdout);
        Assert.Contains("json-file", error.Advice, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task The_end_of_the_logs_can_be_asked_for()
    {
        var result = await RunAsync(Plans.Shell("echo 1; echo 2; echo 3").KeptAfterwards());
        var captured = new CapturedOutput();

        await Catalog.ReadLogsAsync(result.Id, captured, new ContainerLogOptions { Tail = 2 }, Token);

        Assert.Equal("2\n3\n", captured.Stdout);
    }

    private Task<RunningContainer> StartAsync(ContainerRunPlan plan) =>
        new ContainerRunner(Docker).StartAsync(Labelled(plan), Output, null, Token);
}
