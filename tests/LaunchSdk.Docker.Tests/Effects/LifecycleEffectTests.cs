using System.Text.Json.Nodes;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

public sealed class LifecycleEffectTests : EffectTests
{
    [EngineFact]
    public async Task A_health_command_makes_the_container_healthy()
    {
        await using var container = await StartAsync(
            "{ network: none, health-cmd: 'test -d /tmp', health-interval: 20ms, health-retries: 3, health-timeout: 5s }",
            new StreamContainerOutput(Stream.Null, Stream.Null),
            "sleep",
            "60"
        );

        JsonNode health;
        do
        {
            health = (await InspectAsync(container.Id))["State"]!["Health"]!;
        } while ((string)health["Status"]! == "starting");

        Assert.Equal("healthy", (string)health["Status"]!);
        await container.KillAsync("KILL", Token);
    }

    [EngineFact]
    public async Task A_failing_container_is_restarted_as_often_as_the_policy_says()
    {
        var plan = Plan("{ network: none, detach: true, restart: 'on-failure:2' }", TestEngine.BusyboxImage, "sh", "-c", "exit 7");

        var started = await new ContainerRunner(Docker).RunAsync(plan, new CapturedOutput(), null, Token);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));

        // The engine tells of an end between two starts too.
        JsonNode container;
        do
        {
            deadline.Token.ThrowIfCancellationRequested();
            container = await InspectAsync(started.Id);
        } while ((int)container["RestartCount"]! < 2 || (string?)container["State"]!["Status"] != "exited");

        Assert.Equal(2, (int)container["RestartCount"]!);
    }

    [EngineFact]
    public async Task The_stop_signal_ends_the_container_in_its_own_way()
    {
        var output = new CapturedOutput();
        await using var container = await StartAsync(
            "{ rm: true, network: none, stop-signal: SIGUSR1, stop-timeout: 60 }",
            output,
            "sh",
            "-c",
            "trap 'echo told; exit 5' USR1; echo ready; while :; do usleep 10000; done"
        );
        await output.WaitForStdoutAsync("ready", Token);

        var result = await container.StopAsync(Token);

        Assert.Equal(5, result.ExitCode);
        Assert.Equal("ready\ntold\n", output.Stdout);
    }

    [EngineFact]
    public async Task After_the_stop_timeout_the_container_is_killed()
    {
        var output = new CapturedOutput();
        await using var container = await StartAsync(
            "{ rm: true, network: none, stop-timeout: 0 }",
            output,
            "sh",
            "-c",
            "trap '' TERM; echo ready; while :; do usleep 10000; done"
        );
        await output.WaitForStdoutAsync("ready", Token);

        var result = await container.StopAsync(Token);

        Assert.Equal(137, result.ExitCode);
    }

    [EngineFact]
    public async Task Output_comes_without_a_log_too()
    {
        var effect = await RunScriptAsync("{ network: none, log-driver: none }", "echo seen; echo heard >&2; exit 3");

        Assert.Equal((3, "seen\n", "heard\n"), (effect.ExitCode, effect.Stdout, effect.Stderr));
        Assert.Equal("none", (string)(await InspectAsync(effect.Id))["HostConfig"]!["LogConfig"]!["Type"]!);
    }

    [EngineFact]
    public async Task The_options_of_a_log_driver_reach_it()
    {
        var effect = await RunScriptAsync(
            "{ network: none, log-driver: json-file, log-opt: [max-size=10k, max-file=2, 'tag={{.Name}}'] }",
            "echo logged"
        );

        var config = (await InspectAsync(effect.Id))["HostConfig"]!["LogConfig"]!["Config"]!;

        Assert.Equal(("10k", "2", "{{.Name}}"), ((string)config["max-size"]!, (string)config["max-file"]!, (string)config["tag"]!));
    }

    [EngineFact]
    public async Task A_name_that_is_taken_is_refused_with_the_name()
    {
        var first = await RunScriptAsync($"{{ network: none, name: {UniqueName} }}", "true");

        var refused = await Assert.ThrowsAsync<ContainerCreateException>(() =>
            RunScriptAsync($"{{ network: none, name: {UniqueName} }}", "true")
        );

        Assert.Equal($"/{UniqueName}", (string)(await InspectAsync(first.Id))["Name"]!);
        Assert.Contains(UniqueName, refused.Message, StringComparison.Ordinal);
        Assert.Equal(125, refused.ExitCode);
    }

    private async Task<JsonNode> InspectAsync(string id) => (await Engine.GetAsync($"containers/{id}/json", Token))!;
}
