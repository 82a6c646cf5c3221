namespace LaunchSdk.Docker.Sources;

/// <summary>How a repository is fetched.</summary>
public sealed record GitCheckoutOptions
{
    /// <summary>Looks up the variables that find git, ssh and their keys: PATH, HOME, SSH_AUTH_SOCK and git's own.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Where the temporary folder is made; null for the system's place.</summary>
    public string? TemporaryFolder { get; init; }

    /// <summary>How long git may take, all of its commands together.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The clock of <see cref="Timeout"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
