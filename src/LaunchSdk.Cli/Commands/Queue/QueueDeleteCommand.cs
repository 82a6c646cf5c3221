using System.CommandLine;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Queue;

/// <summary><c>launch queue delete QUEUE...</c></summary>
internal static class QueueDeleteCommand
{
    public static Command Create(ToolConsole console)
    {
        var names = new Argument<string[]>("QUEUE") { Description = "Names of queues", Arity = ArgumentArity.OneOrMore };
        var command = new Command("delete", HelpText.QueueDelete.Summary) { names };
        BackendCommand.SetAction(
            command,
            console,
            (arguments, backend, cancellationToken) =>
                BackendCommand.ForEachAsync(
                    console,
                    arguments.GetRequiredValue(names),
                    name => backend.DeleteQueueAsync(name, cancellationToken)
                )
        );
        return command;
    }
}
