namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>A database file of this machine.</summary>
/// <param name="Path">Where it is; it is made on first use, for this user only.</param>
/// <param name="Schema">What it holds.</param>
/// <param name="BusyTimeout">How long a call waits for another process that writes.</param>
/// <param name="TimeProvider">The clock of its statements.</param>
internal sealed record SqliteStore(string Path, SqliteSchema Schema, TimeSpan BusyTimeout, TimeProvider TimeProvider)
{
    /// <summary>Another process writes for a moment only: who waits longer waits for one that hangs.</summary>
    public static readonly TimeSpan DefaultBusyTimeout = TimeSpan.FromSeconds(10);
}
