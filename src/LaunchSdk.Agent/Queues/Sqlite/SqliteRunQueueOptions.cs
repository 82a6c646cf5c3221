namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>Where the embedded queues are kept, and how long a call waits.</summary>
public sealed record SqliteRunQueueOptions
{
    /// <summary>
    /// The database file, made on first use for this user only (mode 0600). Unless set: <c>launchsdk/queues.db</c> in the user's data
    /// folder (<c>XDG_DATA_HOME</c>, else <c>~/.local/share</c>).
    /// </summary>
    public string Path { get; init; } = PathIn(DataFolder.Path);

    /// <summary>How long a call waits for another process that writes: 10 seconds unless set.</summary>
    public TimeSpan BusyTimeout { get; init; } = SqliteStore.DefaultBusyTimeout;

    /// <summary>How often a listener looks although nobody told of a change: 30 seconds unless set.</summary>
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock of leases and times: the machine's unless set.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The database file in a folder of data.</summary>
    /// <param name="dataFolder">The folder, such as <see cref="DataFolder.Path"/>.</param>
    /// <returns>The path.</returns>
    public static string PathIn(string dataFolder) => System.IO.Path.Combine(dataFolder, "queues.db");
}
