using System.CommandLine;
using System.Globalization;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Queue;

/// <summary><c>launch queue list</c></summary>
internal static class QueueListCommand
{
    public static Command Create(ToolConsole console)
    {
        var format = new WordOption<ListFormat>("--format", "What to print", ListFormat.Text);
        var command = new Command("list", HelpText.QueueList.Summary) { format.Option };
        BackendCommand.SetAction(
            command,
            console,
            async (arguments, backend, cancellationToken) =>
            {
                var queues = await backend.ListQueuesAsync(cancellationToken).ConfigureAwait(false);
                await console
                    .Out.WriteAsync(format.Read(arguments) == ListFormat.Json ? ToJson(queues) : ToText(queues))
                    .ConfigureAwait(false);
                return ExitCodes.Success;
            }
        );
        return command;
    }

    private static string ToText(IReadOnlyList<RunQueue> queues) =>
        TextTable.Render(
            ["QUEUE", "WAITING", "RUNNING", "PRIORITIES", "UPDATED"],
            queues.Select(static queue =>
                (string[])
                    [
                        queue.Name,
                        Count(queue.Waiting),
                        Count(queue.Running),
                        HasPriorities(queue) ? "yes" : "no",
                        PlainTime.Of(queue.UpdatedAt),
                    ]
            )
        );

    private static string ToJson(IReadOnlyList<RunQueue> queues) =>
        JsonList.Render(
            queues,
            static (json, queue) =>
            {
                json.WriteString("name", queue.Name);
                json.WriteNumber("waiting", queue.Waiting);
                json.WriteNumber("running", queue.Running);
                json.WriteBoolean("priorities", HasPriorities(queue));
                json.WriteString("updated", queue.UpdatedAt.ToString("O", CultureInfo.InvariantCulture));
            }
        );

    private static bool HasPriorities(RunQueue queue) => queue.Definition.PrioritizationMode == PrioritizationMode.V0;

    private static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);
}
