using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker;

namespace LaunchSdk.Cli.Commands.Rm;

/// <summary><c>launch rm CONTAINER...</c></summary>
internal static class RmCommand
{
    public static Command Create(ToolConsole console)
    {
        var containers = EngineCommand.Containers();
        var force = new Option<bool>("--force", "-f") { Description = "Also one that runs: it is killed" };
        var command = new Command("rm", HelpText.Rm.Summary) { containers, force };
        EngineCommand.SetAction(
            command,
            console,
            (arguments, catalog, cancellationToken) =>
                EngineCommand.ForEachAsync(
                    console,
                    arguments.GetRequiredValue(containers),
                    async container =>
                    {
                        if (arguments.GetValue(force))
                        {
                            await catalog.RemoveAsync(container, cancellationToken).ConfigureAwait(false);
                        }
                        else if (!await catalog.TryRemoveAsync(container, cancellationToken).ConfigureAwait(false))
                        {
                            var state = (await catalog.GetAsync(container, cancellationToken).ConfigureAwait(false)).State;
                            const string advice = "Stop it first (`launch stop`), or use --force";
                            throw new DockerEngineException($"removing the container '{container}'", $"it is {state}", advice);
                        }
                    }
                )
        );
        return command;
    }
}
