using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Cli.Commands.Attach;

/// <summary><c>launch attach CONTAINER</c></summary>
internal static class AttachCommand
{
    public static Command Create(ToolConsole console)
    {
        var container = EngineCommand.Container();
        var noInput = new Option<bool>("--no-stdin") { Description = "Leave the container's standard input alone" };
        var command = new Command("attach", HelpText.Attach.Summary) { container, noInput };
        EngineCommand.SetAction(
            command,
            console,
            async (arguments, catalog, cancellationToken) =>
            {
                var input = arguments.GetValue(noInput) ? null : console.ContainerInput();
                var name = arguments.GetRequiredValue(container);
                return await OutputWatch
                    .RunAsync(
                        [console.RawOut, console.RawError],
                        $"the container {name} goes on",
                        token => EngineCommand.ReportAsync(console, AttachAsync(console, catalog, name, input, token)),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            }
        );
        return command;
    }

    private static async Task<ContainerResult> AttachAsync(
        ToolConsole console,
        ContainerCatalog catalog,
        string container,
        Stream? input,
        CancellationToken cancellationToken
    )
    {
        var options = new AdoptOptions { Output = new StreamContainerOutput(console.RawOut, console.RawError), Input = input };
        var adopted = await catalog.AdoptAsync(container, options, cancellationToken).ConfigureAwait(false);
        await using var handle = adopted.ConfigureAwait(false);
        using var terminal = adopted.HasTerminal && input is not null && console.InputIsTerminal ? RawTerminal.Start(adopted) : null;
        using var signals = SignalForwarding.Start(console);
        signals.Take(adopted, isWanted: true);
        return await adopted.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
