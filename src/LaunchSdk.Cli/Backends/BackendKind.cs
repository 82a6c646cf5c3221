namespace LaunchSdk.Cli.Backends;

/// <summary>Where queues are kept.</summary>
internal enum BackendKind
{
    /// <summary>A file in this user's data folder.</summary>
    Local,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,

    /// <summary>W&amp;B.</summary>
    Wandb,
}
