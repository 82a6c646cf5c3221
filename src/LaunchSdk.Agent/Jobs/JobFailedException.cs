using LaunchSdk.Agent.Queues;
using LaunchSdk.Problems;

namespace LaunchSdk.Agent.Jobs;

/// <summary>A step of a job went wrong in a way that its submitter is told of.</summary>
internal sealed class JobFailedException(RunStage stage, string message, Exception? inner = null)
    : Exception(PrintableText.Block(AddressText.Hide(message)), inner)
{
    public RunStage Stage { get; } = stage;

    /// <summary>The last lines of what failed.</summary>
    public IReadOnlyList<string> LastLines { get; init; } = [];
}
