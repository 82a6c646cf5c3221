using LaunchSdk.Docker.Dockerfiles;

namespace LaunchSdk.Docker.Contexts;

/// <summary>How a directory becomes a build's context.</summary>
public sealed record BuildContextOptions
{
    /// <summary>The Dockerfile. One that is a file of the source is sent in any case; the text of a generated one is added.</summary>
    public Dockerfile? Dockerfile { get; init; }

    /// <summary>Which permissions the entries get.</summary>
    public ContextModes Modes { get; init; }

    /// <summary>
    /// The folder that keeps what files were when they were last read, so that unchanged ones are not read again; null reads every file
    /// each time.
    /// </summary>
    /// <remarks><see cref="BuildContext.DefaultCacheFolder"/> is the user's. A source that exists only for one build needs none.</remarks>
    public string? CacheFolder { get; init; }

    /// <summary>How many files are read at the same time; 0 for one a processor.</summary>
    public int Parallelism { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
