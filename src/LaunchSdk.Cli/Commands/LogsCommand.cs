using System.CommandLine;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Cli.Commands;

/// <summary><c>launch logs CONTAINER</c></summary>
internal static class LogsCommand
{
    public static Command Create(ToolConsole console)
    {
        var container = EngineCommand.Container();
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on until the container ends" };
        var tail = new Option<int?>("--tail", "-n") { Description = "Only the last lines", HelpName = "LINES" };
        var timestamps = new Option<bool>("--timestamps") { Description = "Each line's time before it" };
        var command = new Command("logs", HelpText.Logs.Summary) { container, follow, tail, timestamps };
        EngineCommand.SetAction(command, console, async (arguments, catalog, cancellationToken) =>
        {
            var options = new ContainerLogOptions { Follow = arguments.GetValue(follow), Tail = arguments.GetValue(tail), Timestamps = arguments.GetValue(timestamps) };
            await catalog.ReadLogsAsync(arguments.GetRequiredValue(container), new StreamContainerOutput(console.RawOut, console.RawError), options, cancellationToken).ConfigureAwait(false);
            return ExitCodes.Success;
        });
        return command;
    }
}
