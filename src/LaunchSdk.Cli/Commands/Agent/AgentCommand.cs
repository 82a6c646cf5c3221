using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary><c>launch agent</c></summary>
internal static class AgentCommand
{
    /// <summary>The command with its own command; that one's help is added to the texts.</summary>
    public static Command Create(ToolConsole console, IDictionary<Command, HelpText> texts)
    {
        var options = new AgentCommandOptions();
        var print = new Option<bool>("--print-config") { Description = "Print each setting with its origin, and end" };
        var command = new Command("agent", HelpText.Agent.Summary);
        options.AddTo(command);
        command.Options.Add(print);
        command.SetAction(
            (arguments, cancellationToken) =>
                BackendCommand.RunAsync(
                    console,
                    async () =>
                    {
                        if (options.Read(arguments, console) is not { } settings)
                        {
                            return ExitCodes.ConfigurationError;
                        }

                        if (arguments.GetValue(print))
                        {
                            await console.Out.WriteAsync(settings.ToString()).ConfigureAwait(false);
                            return ExitCodes.Success;
                        }

                        return await AgentSession
                            .RunAsync(console, settings, options.ReadSession(arguments, console, settings), cancellationToken)
                            .ConfigureAwait(false);
                    }
                )
        );
        var install = AgentInstallCommand.Create(console);
        command.Subcommands.Add(install);
        texts.Add(install, HelpText.AgentInstall);
        return command;
    }
}
