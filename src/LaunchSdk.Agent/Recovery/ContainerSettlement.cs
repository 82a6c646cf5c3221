using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Running;
using LaunchSdk.Agent.Running.Phases;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Recovery;

/// <summary>Looks at the containers that an item has on the engine, and leaves at most one, which is the job's.</summary>
internal static class ContainerSettlement
{
    /// <summary>Takes over the item's container, running or ended; false where it has none. Those that never ran are removed: what has no process has done no work.</summary>
    public static async Task<bool> FindAsync(JobContext job, IReadOnlyList<LeftContainer> containers, CancellationToken cancellationToken)
    {
        var agent = job.Agent;
        LeftContainer? kept = null;
        foreach (var container in containers.OrderByDescending(static container => container.CreatedAt))
        {
            if (container.NeverStarted)
            {
                await RemoveAsync(agent, container, "it was never started", cancellationToken).ConfigureAwait(false);
            }
            else if (kept is null)
            {
                kept = container;
            }
            else
            {
                await RemoveAsync(agent, container, "the job has a newer one", cancellationToken).ConfigureAwait(false);
            }
        }

        return kept is not null && await AdoptAsync(job, kept, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops a container where it runs, and removes it.</summary>
    public static async Task RemoveAsync(AgentServices agent, LeftContainer container, string reason, CancellationToken cancellationToken)
    {
        await agent.Persistence.EngineAsync(
            async token =>
            {
                if (!container.NeverStarted && !container.HasEnded)
                {
                    await agent.Host.StopAsync(container.Id, agent.Options.StoppedRunTimeout, token).ConfigureAwait(false);
                }

                await agent.Host.RemoveAsync(container.Id, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        agent.Logger.Removed(container.Id, container.Item, reason);
    }

    private static async Task<bool> AdoptAsync(JobContext job, LeftContainer container, CancellationToken cancellationToken)
    {
        var agent = job.Agent;
        try
        {
            job.Container = await agent.Persistence.EngineAsync(token => agent.Host.AdoptAsync(container.Id, job.LogFile, StartContainer.SecretsOf(job), agent.Options.LastLines, token), cancellationToken).ConfigureAwait(false);
        }
        catch (ContainerNotFoundException)
        {
            return false;
        }

        job.RemovesContainer = container.IsRemovedByAgent;
        if (container.Gpus is { Count: > 0 } gpus)
        {
            job.Gpus = gpus;
            agent.Gpus?.Take(job.ItemId, gpus);
        }

        agent.Logger.Adopted(job.ItemId, container.Id, container.State);
        return true;
    }
}
