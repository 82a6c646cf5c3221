using LaunchSdk.Docker.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Containers;

public sealed class ContainerExitTests : EngineTests
{
    [EngineFact]
    public async Task The_exit_is_known_while_the_container_is_still_there_and_the_removal_after_it()
    {
        await using var container = await new ContainerRunner(Docker).StartAsync(
            Labelled(Plans.Shell("echo out; exit 3")),
            Output,
            null,
            Token
        );

        var exited = await container.Exited;
        var removed = await container.Completion;

        Assert.Equal((3, ContainerEnd.Exited), (exited.ExitCode, exited.End));
        Assert.Equal((3, ContainerEnd.Removed), (removed.ExitCode, removed.End));
        Assert.Equal("out\n", Output.Stdout);
        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task Start_and_end_are_by_the_engines_clock()
    {
        var result = await RunAsync(Plans.Shell("sleep 0.2").KeptAfterwards());

        var state = (await Engine.GetAsync($"containers/{result.Id}/json", Token))!["State"]!;
        Assert.True(
            (
                DateTimeOffset.Parse((string)state["FinishedAt"]!, System.Globalization.CultureInfo.InvariantCulture)
                - result.FinishedAt!.Value
            ).Duration() < TimeSpan.FromSeconds(1)
        );
        Assert.True(result.Duration > TimeSpan.FromSeconds(0.15));
    }

    [EngineFact]
    public async Task A_container_beyond_its_memory_limit_says_so()
    {
        var result = await RunAsync(
            Plans
                .Shell("echo begin; x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done")
                .KeptAfterwards()
                .With(parameters => parameters.HostConfig!.Memory = 16 * 1024 * 1024)
        );

        Assert.Equal((137, 9, true), (result.ExitCode, result.Signal, result.OutOfMemory));
        Assert.Contains("memory limit", result.Reason, StringComparison.Ordinal);
        Assert.Equal("begin", result.LastLines[0].Text);
    }

    [EngineFact]
    public async Task A_container_that_something_else_kills_says_so()
    {
        await using var container = await new ContainerRunner(Docker).StartAsync(
            Labelled(Plans.Command("sleep", "600")),
            Output,
            null,
            Token
        );

        await container.KillAsync(cancellationToken: Token);
        var result = await container.Completion;

        Assert.Equal(
            "ended with exit code 137 (SIGKILL): something outside killed it, such as `docker kill` or the kernel of a machine without free memory",
            result.Reason
        );
    }

    [EngineFact]
    public async Task Secrets_of_the_environment_do_not_come_out()
    {
        var result = await RunAsync(
            Plans
                .Shell("echo key=$API_TOKEN; echo $API_TOKEN | base64 >&2")
                .With(parameters => parameters.Env = ["API_TOKEN=hunter2-hunter2"])
        );

        Assert.Equal("key=***\n", Output.Stdout);
        Assert.Contains("***", Output.Stderr, StringComparison.Ordinal);
        Assert.DoesNotContain(result.LastLines, line => line.Text.Contains("hunter2", StringComparison.Ordinal));
    }

    [EngineFact]
    public async Task Secrets_do_not_come_out_in_the_message_of_a_failed_start()
    {
        var error = await Assert.ThrowsAsync<ContainerStartException>(() =>
            RunAsync(Plans.Command("no-such-hunter2-hunter2").With(parameters => parameters.Env = ["API_TOKEN=hunter2-hunter2"]))
        );

        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(127, error.ExitCode);
    }
}
