using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;

namespace LaunchSdk.Agent.Queues.Postgres;

/// <summary>What PostgreSQL's errors mean for a queue. Its messages never have the password.</summary>
internal static class PostgresErrors
{
    /// <summary>Whether an error is of the server or the way to it.</summary>
    public static bool IsOfServer(Exception error) => error is NpgsqlException or SocketException or IOException or TimeoutException;

    /// <summary>Whether the same call may work in a moment.</summary>
    public static bool IsTransient(Exception error) =>
        error is not NpgsqlException npgsql
        || npgsql.IsTransient
        || (npgsql is not PostgresException && npgsql.InnerException is SocketException or IOException or TimeoutException);

    public static RunQueueException Explain(Exception error, string server) =>
        (error as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new RunQueueDeniedException(
                $"{server} refuses this user or password ({Text(error)}): correct them in the connection string, or let the user in (pg_hba.conf)",
                error
            ),
            PostgresErrorCodes.InsufficientPrivilege => new RunQueueDeniedException(
                $"this user lacks a right on {server} ({Text(error)}): grant it; the first use makes a schema and needs CREATE on the database",
                error
            ),
            PostgresErrorCodes.InvalidCatalogName => new RunQueueDeniedException(
                $"{server} has no such database ({Text(error)}): create it, or correct the connection string",
                error
            ),
            PostgresErrorCodes.ReadOnlySqlTransaction => new RunQueueDeniedException(
                $"{server} is read-only, as a standby is: name the primary (Target Session Attributes=primary)",
                error
            ),
            PostgresErrorCodes.DiskFull => new RunQueueUnavailableException($"the disk of {server} is full: free some space there", error),
            null when IsOfTls(error) => new RunQueueDeniedException(
                $"the connection to {server} cannot be encrypted ({Text(error)}): set TLS up there (ssl = on) with a certificate that is trusted here, or write SSL Mode=Disable into the connection string where everybody on the network may read along",
                error
            ),
            { } => new RunQueueUnavailableException($"{server} did not do it ({Text(error)})", error),
            null => new RunQueueUnavailableException(
                $"{server} does not answer ({Text(error)}): check that it runs and can be reached from here",
                error
            ),
        };

    // Npgsql has no type of its own for a server without TLS.
    private static bool IsOfTls(Exception error) =>
        error.InnerException is AuthenticationException
        || (error is NpgsqlException { InnerException: null } && error.Message.Contains("SSL", StringComparison.Ordinal));

    private static string Text(Exception error) =>
        error switch
        {
            PostgresException postgres => $"{postgres.SqlState}: {postgres.MessageText}",
            { InnerException: { } inner } => inner.Message,
            _ => error.Message,
        };
}
