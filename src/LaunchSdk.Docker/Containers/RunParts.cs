using LaunchSdk.Docker.Output;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Containers;

/// <summary>What a handle of a container is made of, for one that was just started and for one that was found again.</summary>
internal sealed record RunParts
{
    public required DockerEngine Engine { get; init; }

    public required string Id { get; init; }

    public required string RunId { get; init; }

    public required bool Tty { get; init; }

    public required ContainerWatch Watch { get; init; }

    public required RunOutput Output { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>The attached streams; null where the output comes from the logs, or none is wanted.</summary>
    public AttachSession? Attach { get; init; }

    /// <summary>The attached input of a container that was found again; null for none.</summary>
    public AttachSession? Input { get; init; }

    /// <summary>Whether the output comes from the engine's logs.</summary>
    public bool FollowLogs { get; init; }

    /// <summary>The readers of the output; null where the caller gave a receiver of its own.</summary>
    public OutputBroadcast? Broadcast { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public TimeSpan? StopTimeout { get; init; }

    public ContainerDisposal Disposal { get; init; } = ContainerDisposal.LeaveRunning;

    public DateTimeOffset StartedAt { get; init; }
}
