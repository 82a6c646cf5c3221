using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Commands.Prune;

/// <summary><c>launch prune</c></summary>
internal static class PruneCommand
{
    public static Command Create(ToolConsole console)
    {
        var age = DurationOption.Create("--older-than", "Only what was created this long ago; a minute unless given");
        var orphans = new Option<bool>("--orphans") { Description = "Also what runs without the process that started it on this machine" };
        var command = new Command("prune", HelpText.Prune.Summary) { age, orphans };
        EngineCommand.SetAction(
            command,
            console,
            async (arguments, catalog, cancellationToken) =>
            {
                var options = new PruneOptions { RunningOrphans = arguments.GetValue(orphans) };
                options = arguments.GetValue(age) is { } oldest ? options with { MinimumAge = oldest } : options;
                foreach (var container in await catalog.PruneAsync(options, cancellationToken).ConfigureAwait(false))
                {
                    await console.Out.WriteLineAsync(container.Id).ConfigureAwait(false);
                }

                return ExitCodes.Success;
            }
        );
        return command;
    }
}
