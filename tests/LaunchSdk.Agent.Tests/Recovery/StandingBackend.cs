using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>Stands still after a pop, an acknowledgement or a report, and before a report.</summary>
internal sealed class StandingBackend(IRunQueueBackend inner, KillStep step) : IRunQueueBackend
{
    public string Description => inner.Description;

    public IAgentRegistry? Agents => inner.Agents;

    public async Task<RunQueueLease?> PopAsync(string queue, string agent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        var popped = await inner.PopAsync(queue, agent, lease, cancellationToken);
        if (popped is not null)
        {
            StandAt(KillStep.Popped);
        }

        return popped;
    }

    public async Task AcknowledgeAsync(RunQueueLease lease, string runId, CancellationToken cancellationToken = default)
    {
        await inner.AcknowledgeAsync(lease, runId, cancellationToken);
        StandAt(KillStep.Acknowledged);
    }

    public async Task CompleteAsync(RunQueueLease lease, RunOutcome outcome, CancellationToken cancellationToken = default)
    {
        StandAt(KillStep.Exited);
        await inner.CompleteAsync(lease, outcome, cancellationToken);
        StandAt(KillStep.Reported);
    }

    public Task<RunQueue> CreateQueueAsync(DockerQueue queue, CancellationToken cancellationToken = default) =>
        inner.CreateQueueAsync(queue, cancellationToken);

    public Task<RunQueue> UpdateQueueAsync(DockerQueue queue, CancellationToken cancellationToken = default) =>
        inner.UpdateQueueAsync(queue, cancellationToken);

    public Task DeleteQueueAsync(string queue, CancellationToken cancellationToken = default) =>
        inner.DeleteQueueAsync(queue, cancellationToken);

    public Task<IReadOnlyList<RunQueue>> ListQueuesAsync(CancellationToken cancellationToken = default) =>
        inner.ListQueuesAsync(cancellationToken);

    public Task<RunQueue?> FindQueueAsync(string queue, CancellationToken cancellationToken = default) =>
        inner.FindQueueAsync(queue, cancellationToken);

    public Task<RunQueueItem> PushAsync(string queue, LaunchJob job, CancellationToken cancellationToken = default) =>
        inner.PushAsync(queue, job, cancellationToken);

    public Task<RunQueueItem?> FindItemAsync(string itemId, CancellationToken cancellationToken = default) =>
        inner.FindItemAsync(itemId, cancellationToken);

    public Task<IReadOnlyList<RunQueueItem>> ListItemsAsync(RunQueueItemFilter filter, CancellationToken cancellationToken = default) =>
        inner.ListItemsAsync(filter, cancellationToken);

    public Task RequestStopAsync(string itemId, CancellationToken cancellationToken = default) =>
        inner.RequestStopAsync(itemId, cancellationToken);

    public Task<RunQueueItem> RequeueAsync(string itemId, RunQueueTakeover takeover, CancellationToken cancellationToken = default) =>
        inner.RequeueAsync(itemId, takeover, cancellationToken);

    public Task<RunQueueItem> KillAsync(string itemId, CancellationToken cancellationToken = default) =>
        inner.KillAsync(itemId, cancellationToken);

    public Task<IReadOnlyList<RunQueueLease>> ResumeAsync(string agent, TimeSpan lease, CancellationToken cancellationToken = default) =>
        inner.ResumeAsync(agent, lease, cancellationToken);

    public Task<IReadOnlyList<RunQueueLease>> ResumeAsync(
        RunQueueResumption who,
        TimeSpan lease,
        CancellationToken cancellationToken = default
    ) => inner.ResumeAsync(who, lease, cancellationToken);

    public Task<IReadOnlyDictionary<string, RunQueueRenewal>> RenewAsync(
        IReadOnlyCollection<RunQueueLease> leases,
        TimeSpan duration,
        CancellationToken cancellationToken = default
    ) => inner.RenewAsync(leases, duration, cancellationToken);

    public Task NoteAsync(RunQueueLease lease, string note, CancellationToken cancellationToken = default) =>
        inner.NoteAsync(lease, note, cancellationToken);

    public Task GiveBackAsync(RunQueueLease lease, CancellationToken cancellationToken = default) =>
        inner.GiveBackAsync(lease, cancellationToken);

    public Task<IRunQueueChanges> SubscribeAsync(CancellationToken cancellationToken = default) => inner.SubscribeAsync(cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void StandAt(KillStep reached)
    {
        if (step == reached)
        {
            KilledAgent.StandStill(step);
        }
    }
}
