namespace LaunchSdk.Agent.Queues.Postgres;

/// <summary>Which PostgreSQL server keeps the queues, and how long a call waits.</summary>
public sealed record PostgresRunQueueOptions
{
    /// <summary>
    /// Npgsql's connection string: <c>Host=db;Database=launch;Username=agent;Password=...;SSL Mode=VerifyFull</c>. It is never part of a
    /// message. A server that is not on this machine has to speak TLS, unless the string says <c>SSL Mode=Disable</c>.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>The schema of the tables, made on first use: <c>launchsdk</c> unless set.</summary>
    public string Schema { get; init; } = "launchsdk";

    /// <summary>How long one statement may take: 10 seconds unless set.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a call goes on trying while the server cannot be reached or restarts: 20 seconds unless set.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a listener looks although the server told of no change: 30 seconds unless set.</summary>
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock of waits between attempts: the machine's unless set. Leases and times are the server's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
