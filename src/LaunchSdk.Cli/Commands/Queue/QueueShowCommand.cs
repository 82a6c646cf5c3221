using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Documents;

namespace LaunchSdk.Cli.Commands.Queue;

/// <summary><c>launch queue show QUEUE</c></summary>
internal static class QueueShowCommand
{
    public static Command Create(ToolConsole console)
    {
        var name = new Argument<string>("QUEUE") { Description = "The queue's name" };
        var format = new WordOption<ConfigFormat>("--format", "Notation of the definition", ConfigFormat.Yaml);
        var command = new Command("show", HelpText.QueueShow.Summary) { name, format.Option };
        BackendCommand.SetAction(
            command,
            console,
            async (arguments, backend, cancellationToken) =>
            {
                var queue = arguments.GetRequiredValue(name);
                var found =
                    await backend.FindQueueAsync(queue, cancellationToken).ConfigureAwait(false)
                    ?? throw await QueueNames.MissingAsync(backend, queue, cancellationToken).ConfigureAwait(false);
                var text = (found.Definition with { Name = found.Name }).ToText(format.Read(arguments)!.Value);
                await console.Out.WriteAsync(text.EndsWith('\n') ? text : text + "\n").ConfigureAwait(false);
                return ExitCodes.Success;
            }
        );
        return command;
    }
}
