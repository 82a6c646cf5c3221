using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Containers;

/// <summary>How a run ended.</summary>
/// <param name="Id">The container's id, 64 hexadecimal digits.</param>
/// <param name="ExitCode">The exit code of the container's first process; null when the run was detached and the container goes on.</param>
/// <param name="StartedAt">When the engine started the container, by the engine's clock; by the client's where the engine did not
/// tell.</param>
/// <param name="FinishedAt">When its first process ended, by the engine's clock; null when detached.</param>
/// <param name="Warnings">What the engine warned of when it created the container.</param>
public sealed record ContainerResult(
    string Id,
    int? ExitCode,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    IReadOnlyList<string> Warnings
)
{
    private const int SignalBase = 128;
    private const int LastSignal = 64;

    /// <summary>How far the run had come.</summary>
    public ContainerEnd End { get; init; } = ContainerEnd.Exited;

    /// <summary>The run's id, the value of the label <see cref="LaunchLabels.Run"/>.</summary>
    public string RunId { get; init; } = "";

    /// <summary>Whether the kernel killed a process of the container because the memory limit was reached.</summary>
    public bool OutOfMemory { get; init; }

    /// <summary>Whether LaunchSdk stopped the container, because it was asked to or the run was cancelled.</summary>
    public bool WasStopped { get; init; }

    /// <summary>
    /// Whether all output was handed over. False only when the connection broke, or was made anew, and the engine's logs could not fill the
    /// gap.
    /// </summary>
    public bool IsOutputComplete => OutputLoss is null;

    /// <summary>Which output was not handed over and why, as a sentence; null where all was.</summary>
    public string? OutputLoss { get; init; }

    /// <summary>The last lines of the output, both streams in their order, without secrets; empty where no output was attached.</summary>
    public IReadOnlyList<OutputLine> LastLines { get; init; } = [];

    /// <summary>
    /// The signal that ended the container, where the exit code is 128 and a signal's number, which is how shells and docker tell of it;
    /// null otherwise.
    /// </summary>
    public int? Signal => ExitCode is > SignalBase and <= SignalBase + LastSignal and var code ? code - SignalBase : null;

    /// <summary>The time from start to end; null when detached.</summary>
    public TimeSpan? Duration => FinishedAt - StartedAt;

    /// <summary>What happened, in words: <c>ended with exit code 137 (SIGKILL): its memory limit was reached</c>.</summary>
    public string Reason => ExitReason.Describe(this);
}
