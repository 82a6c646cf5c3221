namespace LaunchSdk.Agent.Tests.Queues.Postgres;

/// <summary>A server that one test stops and starts.</summary>
internal sealed class OwnPostgresServer(string folder, string connectionString) : IAsyncDisposable
{
    public string ConnectionString => connectionString;

    /// <summary>Ends the server as a crash does.</summary>
    public Task CrashAsync() => PostgresServer.ScriptAsync("stop", folder, "immediate");

    public Task StartAgainAsync() => PostgresServer.ScriptAsync("again", folder);

    public async ValueTask DisposeAsync()
    {
        await PostgresServer.ScriptAsync("stop", folder, "immediate").ContinueWith(static _ => { }, TaskScheduler.Default);
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }
}
