using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Postgres;
using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Cli.Input;

namespace LaunchSdk.Cli.Queues;

/// <summary>Opens the backend that was chosen.</summary>
internal static class BackendOpener
{
    private const string PostgresVariable = "LAUNCHSDK_POSTGRES";

    /// <summary>The backend, for the caller to dispose of.</summary>
    public static Task<IRunQueueBackend> OpenAsync(BackendChoice choice, CancellationToken cancellationToken) => Task.FromResult<IRunQueueBackend>(choice.Kind switch
    {
        BackendKind.Local => new SqliteRunQueueBackend(LocalOptions(choice)),
        BackendKind.Postgres => OpenPostgres(choice),
        _ => throw new InputException($"there is no backend {choice.Kind} yet"),
    });

    /// <summary>Whether anything can be there without asking: the embedded queues are made with their first use, and until then there is no job.</summary>
    public static bool MayHaveJobs(BackendChoice choice) => choice.Kind != BackendKind.Local || File.Exists(LocalOptions(choice).Path);

    private static SqliteRunQueueOptions LocalOptions(BackendChoice choice)
    {
        var options = new SqliteRunQueueOptions();
        return DataFolder(choice.Environment) is { } folder ? options with { Path = Path.Combine(folder, "launchsdk", "queues.db") } : options;
    }

    private static PostgresRunQueueBackend OpenPostgres(BackendChoice choice)
    {
        if (choice.Environment(PostgresVariable) is not { Length: > 0 } connection)
        {
            throw new InputException($"no PostgreSQL server is named: set {PostgresVariable} to its connection string, such as Host=db;Database=launch;Username=launch;Password=... (never on a command line, which others see)");
        }

        try
        {
            return new PostgresRunQueueBackend(new PostgresRunQueueOptions { ConnectionString = connection });
        }
        catch (ArgumentException failure)
        {
            throw new InputException($"{PostgresVariable} is no connection string: {failure.Message}");
        }
    }

    private static string? DataFolder(Func<string, string?> environment) =>
        OperatingSystem.IsWindows() ? null
        : environment("XDG_DATA_HOME") is { Length: > 0 } data ? data
        : environment("HOME") is { Length: > 0 } home ? Path.Combine(home, ".local", "share")
        : null;
}
