namespace LaunchSdk.Agent.Queues;

/// <summary>Jobs put on queues and stopped again: who submits jobs uses it.</summary>
public interface IRunQueueSubmissions : IRunQueueReader
{
    /// <summary>Puts a job on a queue. Its template variables were checked by the caller.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="job">The launch spec; its priority counts on queues that know priorities, medium where it has none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The item, which waits.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no queue of that name.</exception>
    Task<RunQueueItem> PushAsync(string queue, LaunchJob job, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for an item's end: one that waits is killed at once, one that runs when its agent hears of it. Does nothing to an ended one.
    /// </summary>
    /// <param name="itemId">The item's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunQueueNotFoundException">There is no such item.</exception>
    Task RequestStopAsync(string itemId, CancellationToken cancellationToken = default);
}
