using LaunchSdk.Agent;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Postgres;
using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Agent.Wandb;
using LaunchSdk.Agent.Wandb.Journal;
using LaunchSdk.Cli.Failures;

namespace LaunchSdk.Cli.Backends;

/// <summary>Opens the backend that was chosen.</summary>
internal static class BackendOpener
{
    private const string PostgresVariable = "LAUNCHSDK_POSTGRES";

    /// <summary>The backend, for the caller to dispose of.</summary>
    public static Task<IRunQueueBackend> OpenAsync(BackendChoice choice, CancellationToken cancellationToken) =>
        Task.FromResult<IRunQueueBackend>(
            choice.Kind switch
            {
                BackendKind.Local => new SqliteRunQueueBackend(LocalOptions(choice)),
                BackendKind.Postgres => OpenPostgres(choice),
                _ => OpenWandb(choice),
            }
        );

    /// <summary>Whether there may be jobs, found without asking: the local queues are created with their first use.</summary>
    /// <param name="choice">The backend.</param>
    /// <returns>False where there is certainly no job.</returns>
    public static bool MayHaveJobs(BackendChoice choice) => choice.Kind != BackendKind.Local || File.Exists(LocalOptions(choice).Path);

    private static SqliteRunQueueOptions LocalOptions(BackendChoice choice) =>
        new() { Path = SqliteRunQueueOptions.PathIn(DataFolder.Of(choice.Environment)) };

    private static PostgresRunQueueBackend OpenPostgres(BackendChoice choice)
    {
        if (choice.Environment(PostgresVariable) is not { Length: > 0 } connection)
        {
            throw new InputException(
                $"no PostgreSQL server is named: set {PostgresVariable} to its connection string, "
                    + "such as Host=db;Database=launch;Username=launch;Password=... (never on a command line, which others see)"
            );
        }

        try
        {
            return new PostgresRunQueueBackend(new PostgresRunQueueOptions { ConnectionString = connection });
        }
        catch (ArgumentException failure)
        {
            throw new InputException($"{PostgresVariable} is not a connection string: {failure.Message}");
        }
    }

    private static WandbRunQueueBackend OpenWandb(BackendChoice choice)
    {
        var options = WandbOf(choice);
        return new WandbRunQueueBackend(
            options with
            {
                Journal = new SqliteJournal(options.JournalPath(DataFolder.Of(choice.Environment))),
            }
        );
    }

    /// <summary>The W&amp;B server that was chosen, and as whom.</summary>
    public static WandbOptions WandbOf(BackendChoice choice)
    {
        if (
            !Uri.TryCreate(choice.BaseUrl ?? WandbOptions.DefaultBaseUrl.OriginalString, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
        )
        {
            throw new InputException(
                $"'{choice.BaseUrl}' is not an address of W&B: write one such as {WandbOptions.DefaultBaseUrl.OriginalString} "
                    + "(WANDB_BASE_URL, or base_url in launch-config.yaml)"
            );
        }

        var entity =
            choice.Entity ?? throw new InputException("no team or user at W&B is named: give it with --entity ENTITY or WANDB_ENTITY");
        var key =
            WandbApiKey.Find(choice.Environment(WandbApiKey.Variable), address)
            ?? throw new InputException($"there is no key for {address.Host}: set {WandbApiKey.Variable}, or log in with wandb login");
        return new WandbOptions
        {
            BaseUrl = address,
            Entity = entity,
            ApiKey = key,
        };
    }
}
