namespace LaunchSdk.Commands;

/// <summary>Options that one party sets for a run. A later layer replaces an earlier one, option by option.</summary>
/// <param name="Name">Who set them, as an explanation prints it: one of the names below, or another.</param>
/// <param name="Options">The options; null in a file takes an option of earlier layers away.</param>
public sealed record OptionLayer(string Name, DockerQueueConfig Options)
{
    /// <summary>The name of the layer of the queue's options.</summary>
    public const string Queue = "queue";

    /// <summary>The name of the layer of a job's options.</summary>
    public const string Override = "override";

    /// <summary>The name of the layer of a tool's own options.</summary>
    public const string CommandLine = "command line";
}
