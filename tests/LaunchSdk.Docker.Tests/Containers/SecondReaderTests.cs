using System.Text;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Containers;

/// <summary>What a handle gives beside its own output: attaching once more, the logs, the terminal's size.</summary>
public sealed class SecondReaderTests : EngineTests
{
    private const string Secret = "hunter2-is-secret";

    [EngineFact]
    public async Task Who_attaches_once_more_gets_no_secrets_and_can_write()
    {
        var plan = WithSecret("read line; echo \"$line $API_TOKEN\"; exit 3").With(parameters => parameters.OpenStdin = true);
        await using var container = await new ContainerRunner(Docker).StartAsync(Labelled(plan), Output, null, Token);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("typed\n"));
        var second = new CapturedOutput();

        await using var attached = await container.AttachAsync(second, input);
        await second.WaitForStdoutAsync("typed ***", Token);

        Assert.Equal(3, (await container.Completion).ExitCode);
        Assert.DoesNotContain(Secret, second.Stdout + Output.Stdout, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task The_logs_have_no_secrets()
    {
        await using var container = await new ContainerRunner(Docker).StartAsync(
            Labelled(WithSecret("echo $API_TOKEN; echo $API_TOKEN >&2")),
            Output,
            null,
            Token
        );
        await container.Completion;
        var logs = new CapturedOutput();

        await container.ReadLogsAsync(logs, null, Token);

        Assert.Equal(("***\n", "***\n"), (logs.Stdout, logs.Stderr));
    }

    [EngineFact]
    public async Task Input_reaches_a_container_that_was_found_again()
    {
        var plan = Plans.Shell("read line; echo \"got $line\"; exit 4").KeptAfterwards().With(parameters => parameters.OpenStdin = true);
        await using var left = await new ContainerRunner(Docker).StartAsync(Labelled(plan), Output, null, Token);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("words\n"));
        var captured = new CapturedOutput();

        await using var adopted = await new ContainerCatalog(Docker).AdoptAsync(
            left.Id,
            new AdoptOptions { Output = captured, Input = input },
            Token
        );

        Assert.Equal(4, (await adopted.Completion).ExitCode);
        Assert.Equal("got words\n", captured.Stdout);
    }

    [EngineFact]
    public async Task A_terminal_gets_its_size()
    {
        var plan = Plans
            .Shell("echo ready; until [ \"$(stty size 2>/dev/null)\" = '33 101' ]; do sleep 0.05; done; stty size")
            .With(parameters => parameters.Tty = true);
        await using var container = await new ContainerRunner(Docker).StartAsync(Labelled(plan), Output, null, Token);
        await Output.WaitForStdoutAsync("ready", Token);

        await container.ResizeAsync(101, 33, Token);
        await container.Completion;

        Assert.True(container.HasTerminal);
        Assert.Equal("ready\r\n33 101\r\n", Output.Stdout);
    }

    private static ContainerRunPlan WithSecret(string script) =>
        Plans.Shell(script).KeptAfterwards().With(parameters => parameters.Env = [$"API_TOKEN={Secret}"]);
}
