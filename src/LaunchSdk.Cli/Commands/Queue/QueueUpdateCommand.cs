using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Queue;

/// <summary><c>launch queue update</c></summary>
/// <param name="console">Input and output.</param>
internal sealed class QueueUpdateCommand(ToolConsole console)
    : QueueSetCommand(console, "update", "Replace a queue's definition. Jobs that wait run with the new one.")
{
    /// <inheritdoc/>
    public override CommandHelp Help => new() { ExitCodes = Codes, Examples = ["launch queue update gpu-workstation.yaml"] };

    /// <inheritdoc/>
    protected override Task<RunQueue> SetAsync(IRunQueueDefinitions backend, DockerQueue queue, CancellationToken cancellationToken) =>
        backend.UpdateQueueAsync(queue, cancellationToken);
}
