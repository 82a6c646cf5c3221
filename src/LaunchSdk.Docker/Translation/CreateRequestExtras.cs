namespace LaunchSdk.Docker.Translation;

/// <summary>Members of the create request that Docker.DotNet's model lacks, or holds less exactly than docker sends them.</summary>
internal sealed class CreateRequestExtras
{
    /// <summary><c>HostConfig.KernelMemory</c> in bytes; API 1.40 and 1.41 only.</summary>
    public long? KernelMemory { get; set; }

    /// <summary>A restart policy by a name that the model's enumeration does not have; docker passes any name on.</summary>
    public string? RestartPolicyName { get; set; }

    /// <summary>Health durations in nanoseconds, where a TimeSpan (100 ns) would cut them.</summary>
    public HealthNanoseconds? Health { get; set; }

    /// <summary><c>StopTimeout</c> in seconds, where it is outside of a TimeSpan.</summary>
    public long? StopTimeoutSeconds { get; set; }
}
