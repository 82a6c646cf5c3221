using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Recovery;

/// <summary>
/// What an agent does about the jobs and containers that one of its name has left, before it takes new jobs. Containers without its labels
/// are not looked at.
/// </summary>
internal sealed class AgentRecovery(AgentServices agent)
{
    /// <summary>Gives back what has no container, and returns the jobs that have one.</summary>
    /// <param name="beginning">Gives up the wait for the backend and the engine: nothing is begun then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<JobState>> RunAsync(CancellationToken beginning, CancellationToken cancellationToken)
    {
        // Looked at before, for what this agent has to resume, and after, because a container may have appeared since.
        var found = await agent.ListContainersAsync(beginning).ConfigureAwait(false);
        var who = new RunQueueResumption(agent.Name)
        {
            MachineId = agent.Identity.MachineId,
            FormerNames = agent.Identity.FormerNames,
            Found = [.. found.Select(static container => container.Item)],
        };
        var leases = await agent
            .OutageRetry.BackendAsync(token => agent.Backend.ResumeAsync(who, agent.Options.LeaseDuration, token), beginning)
            .ConfigureAwait(false);
        var containers = await agent.ListContainersAsync(beginning).ConfigureAwait(false);
        var adopted = new List<JobState>();
        foreach (var lease in leases)
        {
            if (
                await ResumeAsync(lease, [.. containers.Where(container => container.Item == lease.Item.Id)], cancellationToken)
                    .ConfigureAwait(false) is
                { } job
            )
            {
                adopted.Add(job);
            }
        }

        var owned = leases.Select(static lease => lease.Item.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var container in containers.Where(container => !owned.Contains(container.Item)))
        {
            await ForgottenContainer.RemoveAsync(agent, container, cancellationToken).ConfigureAwait(false);
        }

        return adopted;
    }

    private async Task<JobState?> ResumeAsync(
        RunQueueLease lease,
        IReadOnlyList<OrphanedContainer> containers,
        CancellationToken cancellationToken
    )
    {
        var job = new AgentJob(agent, lease);
        try
        {
            var unsettled = new UnsettledJob(job, containers, Image: null);
            if (containers.Count > 0 && containers.All(static container => container.NeverStarted))
            {
                // A start may be under way, and hang: the job waits for it by itself, and holds up no other.
                ReportAdopted(job, "taken over while its container is created", ContainerSettlement.TakeGpus(job, containers[0]));
                return unsettled;
            }

            if (await ContainerSettlement.FindAsync(unsettled, cancellationToken).ConfigureAwait(false) is { } found)
            {
                await agent
                    .OutageRetry.BackendAsync(token => agent.Backend.AcknowledgeAsync(lease, job.RunId, token), cancellationToken)
                    .ConfigureAwait(false);
                ReportAdopted(job, "taken over", (found as StartedJob)?.Gpus);
                return found;
            }

            await GiveBackJob
                .RunAsync(agent, lease, "the agent was restarted before the job's container was started")
                .ConfigureAwait(false);
        }
        catch (RunQueueException e)
        {
            // Another agent's by now: its container is nobody's, and goes with the next start.
            agent.Logger.Lost(lease.Item.Id, e.Message);
        }

        job.Dispose();
        return null;
    }

    private static void ReportAdopted(AgentJob job, string how, IReadOnlyList<string>? gpus) =>
        job.Report(AgentChangeKind.JobTaken, how, job.Status with { WasAdopted = true, Gpus = gpus ?? [] });
}
