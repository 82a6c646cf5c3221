namespace LaunchSdk.Agent.Queues;

/// <summary>
/// Where queues and their items are kept: SQLite, PostgreSQL or W&amp;B. Every call has its own deadline, so that none waits for ever for a server that is gone.
/// An item is handed to one agent at a time, under a lease; whatever an agent does to it names that lease, and fails with
/// <see cref="RunQueueLeaseLostException"/> once it is another's. Safe to use from many threads.
/// </summary>
/// <remarks>
/// Failures are told apart: <see cref="RunQueueUnavailableException"/> (try again later), <see cref="RunQueueDeniedException"/> (the key or the rights),
/// <see cref="RunQueueNotFoundException"/>, <see cref="RunQueueRefusedException"/> (what was asked cannot be).
/// </remarks>
public interface IRunQueueBackend : IAsyncDisposable
{
    /// <summary>The backend in words, for messages, without secrets: <c>SQLite /home/ada/.local/share/launchsdk/queues.db</c>.</summary>
    string Description { get; }

    /// <summary>The agents of this backend; null where it keeps none: then a name is one agent's on a machine only.</summary>
    IAgentRegistry? Agents => null;

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

    /// <summary>All queues, by name, with how many items wait and run.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The queues.</returns>
    Task<IReadOnlyList<RunQueue>> ListQueuesAsync(CancellationToken cancellationToken = default);

    /// <summary>One queue; null where there is none of that name.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The queue, or null.</returns>
    Task<RunQueue?> FindQueueAsync(string queue, CancellationToken cancellationToken = default);

    /// <summary>Puts a job on a queue. Its template variables were checked by the caller.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="job">The launch spec; its priority counts on queues that know priorities, medium where it has none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The item, which waits.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no queue of that name.</exception>
    Task<RunQueueItem> PushAsync(string queue, LaunchJob job, CancellationToken cancellationToken = default);

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

    /// <summary>Asks for an item's end: one that waits is killed at once, one that runs when its agent hears of it. Does nothing to an ended one.</summary>
    /// <param name="itemId">The item's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunQueueNotFoundException">There is no such item.</exception>
    Task RequestStopAsync(string itemId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes an item from an agent that does not come back, and lets it wait again at the place it had; one that waits stays as it is, and one whose stop is asked for is killed instead.
    /// The agent's lease is void: should it come back, it stops the container that it may still have, and removes it.
    /// </summary>
    /// <param name="itemId">The item's id.</param>
    /// <param name="takeover">Whether an agent that says that it lives keeps it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The item as it is now, with the agent that had it; under W&amp;B an acknowledged one waits under a new id.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no such item.</exception>
    /// <exception cref="RunQueueRefusedException">Its agent lives, or it has ended.</exception>
    Task<RunQueueItem> RequeueAsync(string itemId, RunQueueTakeover takeover, CancellationToken cancellationToken = default);

    /// <summary>Ends an item as killed at once, without its agent, which stops and removes its container when it hears of it. Does nothing to an ended one.</summary>
    /// <param name="itemId">The item's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The item as it is now, with the agent that had it.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no such item.</exception>
    Task<RunQueueItem> KillAsync(string itemId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes the next item: the highest priority first where the queue has priorities, then the oldest. An item whose lease ran out before it was acknowledged waits again.
    /// An acknowledged one never comes back by itself, because its container may still run: its agent resumes it (<see cref="ResumeAsync(string, TimeSpan, CancellationToken)"/>) or gives it back, or an operator takes it away (<see cref="RequeueAsync"/>, <see cref="KillAsync"/>).
    /// </summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="agent">The agent's name.</param>
    /// <param name="lease">How long the item is the agent's unless it renews.</param>
    /// <param name="cancellationToken">Gives up; an item that was taken all the same goes back when its lease runs out.</param>
    /// <returns>The item under its lease; null where none waits.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no queue of that name.</exception>
    Task<RunQueueLease?> PopAsync(string queue, string agent, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>The items that an agent of this name took and has not ended, under new leases: what a restarted agent owes. Older leases of them are void.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="lease">How long they are the agent's unless it renews.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The items under their new leases; none where nothing is owed.</returns>
    Task<IReadOnlyList<RunQueueLease>> ResumeAsync(string agent, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>
    /// The same for an agent whose name was another's, or that had another name, before. Where many machines share the backend, it gives what an agent of this name took on this machine, or in a version
    /// that did not note the machine, and what has its container on this agent's engine: another machine may still run the rest.
    /// </summary>
    /// <param name="who">The agent.</param>
    /// <param name="lease">How long they are the agent's unless it renews.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The items under their new leases; none where nothing is owed.</returns>
    async Task<IReadOnlyList<RunQueueLease>> ResumeAsync(
        RunQueueResumption who,
        TimeSpan lease,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(who);
        var leases = new List<RunQueueLease>();
        foreach (var name in who.FormerNames.Prepend(who.Agent))
        {
            leases.AddRange(await ResumeAsync(name, lease, cancellationToken).ConfigureAwait(false));
        }

        return leases;
    }

    /// <summary>Says that the item's work begins: from now on it runs, and does not come back by itself. Said twice, it is the same.</summary>
    /// <param name="lease">The item's lease.</param>
    /// <param name="runId">The run's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunQueueLeaseLostException">The item is another agent's.</exception>
    Task AcknowledgeAsync(RunQueueLease lease, string runId, CancellationToken cancellationToken = default);

    /// <summary>Keeps items for another while, and asks which of them shall stop.</summary>
    /// <param name="leases">The leases.</param>
    /// <param name="duration">How long from now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>For each item id what its agent shall do now.</returns>
    Task<IReadOnlyDictionary<string, RunQueueRenewal>> RenewAsync(
        IReadOnlyCollection<RunQueueLease> leases,
        TimeSpan duration,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells what an item waits for or was warned of; shown to its submitter. The last note stands.</summary>
    /// <param name="lease">The item's lease.</param>
    /// <param name="note">One line; an empty one takes the last note back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunQueueLeaseLostException">The item is another agent's, or has ended.</exception>
    Task NoteAsync(RunQueueLease lease, string note, CancellationToken cancellationToken = default);

    /// <summary>Ends the item. Said twice under one lease, it is the same: so it is repeated safely when an answer was lost.</summary>
    /// <param name="lease">The item's lease.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunQueueLeaseLostException">The item is another agent's, or was ended by somebody else.</exception>
    Task CompleteAsync(RunQueueLease lease, RunOutcome outcome, CancellationToken cancellationToken = default);

    /// <summary>Puts the item back at the place it had, for any agent; one whose stop is asked for is killed instead. Said twice, it is the same.</summary>
    /// <param name="lease">The item's lease.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunQueueLeaseLostException">The item is another agent's.</exception>
    Task GiveBackAsync(RunQueueLease lease, CancellationToken cancellationToken = default);

    /// <summary>Deletes items that ended long ago. A backend that does not keep items itself, or has its own rule, deletes none.</summary>
    /// <param name="age">How long ago at least, by the backend's clock.</param>
    /// <param name="most">How many are deleted at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were deleted.</returns>
    Task<int> DeleteEndedItemsAsync(TimeSpan age, int most, CancellationToken cancellationToken = default) => Task.FromResult(0);

    /// <summary>Listens for changes: what happens from now on wakes <see cref="IRunQueueChanges.NextAsync"/>.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The subscription; dispose it to stop listening.</returns>
    Task<IRunQueueChanges> SubscribeAsync(CancellationToken cancellationToken = default);
}
