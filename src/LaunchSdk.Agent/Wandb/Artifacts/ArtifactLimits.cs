namespace LaunchSdk.Agent.Wandb.Artifacts;

/// <summary>How much an artifact may bring onto this machine.</summary>
public sealed record ArtifactLimits
{
    /// <summary>The bytes of all files: 2 GiB unless set.</summary>
    public long Bytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>The number of files: 20,000 unless set.</summary>
    public int Files { get; init; } = 20_000;

    /// <summary>How many files are downloaded at a time: 8 unless set.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>How long one file may take in all: 10 minutes unless set.</summary>
    public TimeSpan FileDeadline { get; init; } = TimeSpan.FromMinutes(10);
}
