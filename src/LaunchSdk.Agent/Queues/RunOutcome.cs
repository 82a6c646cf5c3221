namespace LaunchSdk.Agent.Queues;

/// <summary>How an item ended.</summary>
/// <param name="State">
/// <see cref="RunQueueItemState.Finished"/>, <see cref="RunQueueItemState.Failed"/> or <see cref="RunQueueItemState.Killed"/>.
/// </param>
/// <param name="Message">
/// What happened, in a sentence for the submitter: <c>ended with exit code 137 (SIGKILL): its memory limit was reached</c>.
/// </param>
public sealed record RunOutcome(RunQueueItemState State, string Message)
{
    /// <summary>Where it failed; null unless it did.</summary>
    public RunStage? Stage { get; init; }

    /// <summary>The container's exit code; null where none ended.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The last lines of output, without secrets; empty where there are none.</summary>
    public IReadOnlyList<string> LogTail { get; init; } = [];

    /// <summary>The container ended with exit code 0.</summary>
    /// <param name="message">What happened.</param>
    /// <returns>The outcome.</returns>
    public static RunOutcome Finished(string message) => new(RunQueueItemState.Finished, message) { ExitCode = 0 };

    /// <summary>The item failed.</summary>
    /// <param name="stage">Where.</param>
    /// <param name="message">What happened, and what to do.</param>
    /// <returns>The outcome.</returns>
    public static RunOutcome Failed(RunStage stage, string message) => new(RunQueueItemState.Failed, message) { Stage = stage };

    /// <summary>The item was stopped as somebody asked.</summary>
    /// <param name="message">What happened.</param>
    /// <returns>The outcome.</returns>
    public static RunOutcome Killed(string message) => new(RunQueueItemState.Killed, message);

    /// <summary>Compares the log line by line.</summary>
    /// <param name="other">The other outcome.</param>
    /// <returns>Whether both say the same.</returns>
    public bool Equals(RunOutcome? other) =>
        other is not null
        && State == other.State
        && Message == other.Message
        && Stage == other.Stage
        && ExitCode == other.ExitCode
        && LogTail.SequenceEqual(other.LogTail, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State, Message, Stage, ExitCode, LogTail.Count);
}
