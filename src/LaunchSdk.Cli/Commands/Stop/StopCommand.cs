using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Stop;

/// <summary><c>launch stop CONTAINER...</c></summary>
internal static class StopCommand
{
    public static Command Create(ToolConsole console)
    {
        var containers = EngineCommand.Containers();
        var timeout = DurationOption.Create("--timeout", "Time between the stop signal and the kill");
        var command = new Command("stop", HelpText.Stop.Summary) { containers, timeout };
        EngineCommand.SetAction(
            command,
            console,
            (arguments, catalog, cancellationToken) =>
                EngineCommand.ForEachAsync(
                    console,
                    arguments.GetRequiredValue(containers),
                    container => catalog.StopAsync(container, arguments.GetValue(timeout), cancellationToken)
                )
        );
        return command;
    }
}
