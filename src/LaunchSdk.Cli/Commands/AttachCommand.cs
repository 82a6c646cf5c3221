using System.CommandLine;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Cli.Commands;

/// <summary><c>launch attach CONTAINER</c></summary>
internal static class AttachCommand
{
    public static Command Create(ToolConsole console)
    {
        var container = EngineCommand.Container();
        var command = new Command("attach", HelpText.Attach.Summary) { container };
        EngineCommand.SetAction(command, console, async (arguments, catalog, cancellationToken) =>
        {
            var options = new AdoptOptions { Output = new StreamContainerOutput(console.RawOut, console.RawError) };
            var adopted = await catalog.AdoptAsync(arguments.GetRequiredValue(container), options, cancellationToken).ConfigureAwait(false);
            await using var handle = adopted.ConfigureAwait(false);
            using var signals = SignalForwarding.Start(adopted, isWanted: true);
            return (await adopted.Completion.ConfigureAwait(false)).ExitCode ?? ExitCodes.Success;
        });
        return command;
    }
}
