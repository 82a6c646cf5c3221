using LaunchSdk.Agent.Wandb.Journal;

namespace LaunchSdk.Agent.Wandb;

/// <summary>Which W&amp;B server, as whom, and how patiently.</summary>
public sealed record WandbOptions
{
    /// <summary>W&amp;B's own server.</summary>
    public static Uri DefaultBaseUrl { get; } = new("https://api.wandb.ai");

    /// <summary>The project that W&amp;B keeps launch queues in.</summary>
    public const string DefaultQueueProject = "model-registry";

    /// <summary>The server; GraphQL is at <c>graphql</c> below it.</summary>
    public Uri BaseUrl { get; init; } = DefaultBaseUrl;

    /// <summary>The team or user that the queues belong to.</summary>
    public required string Entity { get; init; }

    /// <summary>The project that the queues are kept in.</summary>
    public string QueueProject { get; init; } = DefaultQueueProject;

    /// <summary>The API key; <see cref="WandbApiKey.Find(string?, Uri)"/> looks for one.</summary>
    public required string ApiKey { get; init; }

    /// <summary>How long a call may take with all its tries: 30 s unless set.</summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one try may take: 10 s unless set.</summary>
    public TimeSpan TryDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a call is tried again: 4 times unless set.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>The shortest wait before another look at the queues, after a job: 1 s unless set.</summary>
    public TimeSpan ShortestPoll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait before another look, when nothing happens: 15 s unless set.</summary>
    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the server's definition of a queue and its wish to stop polling are believed: 30 s unless set.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The operator's own definitions by queue name: they are trusted in place of the server's.</summary>
    public IReadOnlyDictionary<string, DockerQueue> TrustedQueues { get; init; } =
        new Dictionary<string, DockerQueue>(StringComparer.Ordinal);

    /// <summary>
    /// What this machine pushed and took, which W&amp;B does not tell again; null for one that is gone with the process. It is disposed of
    /// with the backend, so each backend opens its own: they share the file.
    /// </summary>
    public IRunQueueJournal? Journal { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Sends the requests, for a proxy of one's own; it is not disposed. Null for the usual one.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The wait before the second try; the next ones grow.</summary>
    internal TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Where the journal of this server and entity is kept for this user: <c>wandb/HOST/ENTITY.db</c> in the folder of data.
    /// </summary>
    /// <param name="dataFolder">The folder of data; null for <see cref="DataFolder.Path"/>.</param>
    /// <returns>The path of the file; it need not be there yet.</returns>
    public string JournalPath(string? dataFolder = null) =>
        Path.Combine(dataFolder ?? DataFolder.Path, "wandb", Uri.EscapeDataString(BaseUrl.Authority), Uri.EscapeDataString(Entity) + ".db");

    /// <summary>Without the key.</summary>
    /// <returns>The server and the entity.</returns>
    public override string ToString() => $"W&B {BaseUrl} entity {Entity}";
}
