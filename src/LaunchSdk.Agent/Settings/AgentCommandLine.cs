using LaunchSdk.Agent.Policies;
using LaunchSdk.Docker.Building;

namespace LaunchSdk.Agent.Settings;

/// <summary>What the command line of <c>launch agent</c> says; null for what it does not say.</summary>
public sealed record AgentCommandLine
{
    /// <summary><c>--queue</c>.</summary>
    public IReadOnlyList<string>? Queues { get; init; }

    /// <summary><c>--entity</c>.</summary>
    public string? Entity { get; init; }

    /// <summary><c>--max-jobs</c>.</summary>
    public int? MaxJobs { get; init; }

    /// <summary><c>--name</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>--policy</c>.</summary>
    public OverridePolicy? Policy { get; init; }

    /// <summary><c>--lift-limits</c>.</summary>
    public IReadOnlyList<string>? LiftableLimits { get; init; }

    /// <summary><c>--job-log-size</c>, in bytes; 0 for no limit.</summary>
    public long? JobLogSize { get; init; }

    /// <summary><c>--job-log-days</c>; 0 to keep them.</summary>
    public int? JobLogDays { get; init; }

    /// <summary><c>--ended-job-days</c>; 0 to keep them.</summary>
    public int? EndedJobDays { get; init; }

    /// <summary><c>--allow-env</c>.</summary>
    public IReadOnlyList<string>? AllowedEnvironment { get; init; }

    /// <summary><c>--build-secret</c>.</summary>
    public IReadOnlyList<BuildSecret>? BuildSecrets { get; init; }

    /// <summary><c>--gpu-devices</c>.</summary>
    public IReadOnlyList<string>? GpuDevices { get; init; }

    /// <summary><c>--secure-mode</c>.</summary>
    public bool? SecureMode { get; init; }

    /// <summary><c>--stopped-run-timeout</c>.</summary>
    public TimeSpan? StoppedRunTimeout { get; init; }

    /// <summary><c>--start-timeout</c>.</summary>
    public TimeSpan? StartTimeout { get; init; }

    /// <summary><c>--container-start-timeout</c>.</summary>
    public TimeSpan? ContainerStartTimeout { get; init; }

    /// <summary><c>--base-url</c>.</summary>
    public string? BaseUrl { get; init; }

    /// <summary><c>--job-logs</c>.</summary>
    public string? LogFolder { get; init; }

    /// <summary><c>--verbose</c>, counted.</summary>
    public int? Verbosity { get; init; }
}
