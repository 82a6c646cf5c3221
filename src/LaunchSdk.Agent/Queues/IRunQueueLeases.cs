namespace LaunchSdk.Agent.Queues;

/// <summary>
/// Items handed to agents. An item is handed to one agent at a time, under a lease; whatever an agent does to it names that lease, and
/// fails with <see cref="RunQueueLeaseLostException"/> once it is another's.
/// </summary>
public interface IRunQueueLeases : IRunQueueReader
{
    /// <summary>The agents of this backend; null where it keeps none: then a name is one agent's on a machine only.</summary>
    IAgentRegistry? Agents => null;

    /// <summary>
    /// Takes the next item: the highest priority first where the queue has priorities, then the oldest. An item whose lease ran out before
    /// it was acknowledged waits again. An acknowledged one never comes back by itself, because its container may still run: its agent
    /// resumes it (<see cref="ResumeAsync(string, TimeSpan, CancellationToken)"/>) or gives it back, or an operator takes it away
    /// (<see cref="IRunQueueOperations.RequeueAsync"/>, <see cref="IRunQueueOperations.KillAsync"/>).
    /// </summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="agent">The agent's name.</param>
    /// <param name="lease">How long the item is the agent's unless it renews.</param>
    /// <param name="cancellationToken">Gives up; an item that was taken all the same goes back when its lease runs out.</param>
    /// <returns>The item under its lease; null where none waits.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no queue of that name.</exception>
    Task<RunQueueLease?> PopAsync(string queue, string agent, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>
    /// The items that an agent of this name took and has not ended, under new leases: what a restarted agent owes. Older leases of them are
    /// void.
    /// </summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="lease">How long they are the agent's unless it renews.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The items under their new leases; none where nothing is owed.</returns>
    Task<IReadOnlyList<RunQueueLease>> ResumeAsync(string agent, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>
    /// The same for an agent whose name was another's, or that had another name, before. Where many machines share the backend, it gives
    /// what an agent of this name took on this machine, or in a version that did not note the machine, and what has its container on this
    /// agent's engine: another machine may still run the rest.
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

    /// <summary>
    /// Says that the item's work begins: from now on it runs, and does not come back by itself. Said twice, it is the same.
    /// </summary>
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

    /// <summary>
    /// Puts the item back at the place it had, for any agent; one whose stop is asked for is killed instead. Said twice, it is the same.
    /// </summary>
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
}
