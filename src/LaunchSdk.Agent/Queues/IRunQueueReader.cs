namespace LaunchSdk.Agent.Queues;

/// <summary>What can be read of a backend: its queues, their items, and that something changed. Every user of a backend reads it.</summary>
/// <remarks>
/// Failures differ by type: <see cref="RunQueueUnavailableException"/> (try again later), <see cref="RunQueueDeniedException"/>
/// (the key or the rights), <see cref="RunQueueNotFoundException"/>, <see cref="RunQueueRefusedException"/> (what was asked cannot be).
/// Safe to use from many threads.
/// </remarks>
public interface IRunQueueReader
{
    /// <summary>The backend in words, for messages, without secrets: <c>SQLite /home/ada/.local/share/launchsdk/queues.db</c>.</summary>
    string Description { get; }

    /// <summary>All queues, by name, with how many items wait and run.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The queues.</returns>
    Task<IReadOnlyList<RunQueue>> ListQueuesAsync(CancellationToken cancellationToken = default);

    /// <summary>One queue; null where there is none of that name.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The queue, or null.</returns>
    Task<RunQueue?> FindQueueAsync(string queue, CancellationToken cancellationToken = default);

    /// <summary>One item; null where there is none.</summary>
    /// <param name="itemId">The item's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The item, or null.</returns>
    Task<RunQueueItem?> FindItemAsync(string itemId, CancellationToken cancellationToken = default);

    /// <summary>Items, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The items.</returns>
    Task<IReadOnlyList<RunQueueItem>> ListItemsAsync(RunQueueItemFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Listens for changes: what happens from now on wakes <see cref="IRunQueueChanges.NextAsync"/>.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The subscription; dispose of it to stop listening.</returns>
    Task<IRunQueueChanges> SubscribeAsync(CancellationToken cancellationToken = default);
}
