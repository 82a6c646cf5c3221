namespace LaunchSdk.Agent.Queues;

/// <summary>Items taken away from agents that do not come back: operators use it.</summary>
public interface IRunQueueOperations : IRunQueueReader
{
    /// <summary>
    /// Takes an item from an agent that does not come back, and lets it wait again at the place it had; one that waits stays as it is, and
    /// one whose stop is asked for is killed instead. The agent's lease is void: should it come back, it stops the container that it may
    /// still have, and removes it.
    /// </summary>
    /// <param name="itemId">The item's id.</param>
    /// <param name="takeover">Whether an agent that says that it lives keeps it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The item as it is now, with the agent that had it; under W&amp;B an acknowledged one waits under a new id.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no such item.</exception>
    /// <exception cref="RunQueueRefusedException">Its agent lives, or it has ended.</exception>
    Task<RunQueueItem> RequeueAsync(string itemId, RunQueueTakeover takeover, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends an item as killed at once, without its agent, which stops and removes its container when it hears of it. Does nothing to an
    /// ended one.
    /// </summary>
    /// <param name="itemId">The item's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The item as it is now, with the agent that had it.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no such item.</exception>
    Task<RunQueueItem> KillAsync(string itemId, CancellationToken cancellationToken = default);
}
