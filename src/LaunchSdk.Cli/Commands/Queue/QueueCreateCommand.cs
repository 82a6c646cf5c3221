using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Queue;

/// <summary><c>launch queue create</c></summary>
/// <param name="console">Input and output.</param>
internal sealed class QueueCreateCommand(ToolConsole console) : QueueSetCommand(console, "create", "Create a queue.")
{
    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            ExitCodes = Codes,
            Examples =
            [
                "launch queue create gpu-workstation.yaml",
                "launch queue create --name small --config '{\"memory\": \"2g\", \"rm\": true}' --prioritization v0",
                "launch queue create queue.yaml --backend wandb --entity my-team",
            ],
        };

    /// <inheritdoc/>
    protected override Task<RunQueue> SetAsync(IRunQueueDefinitions backend, DockerQueue queue, CancellationToken cancellationToken) =>
        backend.CreateQueueAsync(queue, cancellationToken);
}
