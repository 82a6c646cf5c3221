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
internal sealed class QueueListCommand : BackendCommand
{
    private readonly WordOption<ListFormat> _format = new("--format", "What to print", ListFormat.Text);

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public QueueListCommand(ToolConsole console)
        : base(console, "list", "List queues with how many jobs wait and run.") => AddOptions(_format);

    /// <inheritdoc/>
    public override CommandHelp Help => new() { ExitCodes = Codes, Examples = ["launch queue list", "launch queue list --format json"] };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, IRunQueueBackend backend, CancellationToken cancellationToken)
    {
        var queues = await backend.ListQueuesAsync(cancellationToken).ConfigureAwait(false);
        var text = _format.Read(arguments) == ListFormat.Json ? ToJson(queues) : ToText(queues);
        await Console.Out.WriteAsync(text).ConfigureAwait(false);
        return ExitCodes.Success;
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
