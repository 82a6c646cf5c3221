using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Queue;

/// <summary><c>launch queue</c></summary>
internal sealed class QueueCommand : ToolCommand
{
    /// <summary>The command with its own commands.</summary>
    /// <param name="console">Input and output.</param>
    public QueueCommand(ToolConsole console)
        : base(console, "queue", "Create, change, list, show and delete queues.")
    {
        Add(new QueueCreateCommand(console));
        Add(new QueueUpdateCommand(console));
        Add(new QueueListCommand(console));
        Add(new QueueShowCommand(console));
        Add(new QueueDeleteCommand(console));
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            Sections =
            [
                new(
                    "Where the queues are",
                    [
                        new("--backend local", "a file in your data folder; the default"),
                        new("--backend postgres", "the server of LAUNCHSDK_POSTGRES, such as Host=db;Username=launch;Database=launch"),
                        new("--backend wandb", "W&B, with WANDB_API_KEY, WANDB_ENTITY and WANDB_BASE_URL"),
                    ]
                ),
            ],
            Examples = ["launch queue create queue.yaml", "launch queue list"],
        };
}
