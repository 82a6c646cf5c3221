namespace LaunchSdk.Agent.Queues;

/// <summary>The definitions of queues: who administers a backend uses it.</summary>
public interface IRunQueueDefinitions : IRunQueueReader
{
    /// <summary>Creates a queue.</summary>
    /// <param name="queue">The definition; it has a name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The queue as the backend keeps it.</returns>
    /// <exception cref="RunQueueRefusedException">There is a queue of that name, or the backend does not accept the definition.</exception>
    Task<RunQueue> CreateQueueAsync(DockerQueue queue, CancellationToken cancellationToken = default);

    /// <summary>Replaces a queue's definition; its items stay, and those popped from now on run with the new one.</summary>
    /// <param name="queue">The definition; it has a name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The queue as the backend keeps it now.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no queue of that name.</exception>
    Task<RunQueue> UpdateQueueAsync(DockerQueue queue, CancellationToken cancellationToken = default);

    /// <summary>Deletes a queue and its ended items.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunQueueRefusedException">Items of it wait or run.</exception>
    /// <exception cref="RunQueueNotFoundException">There is no queue of that name.</exception>
    Task DeleteQueueAsync(string queue, CancellationToken cancellationToken = default);
}
