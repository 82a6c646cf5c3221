using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Running;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Recovery;

/// <summary>Looks at the containers that an item has on the engine, and leaves at most one, which is the job's.</summary>
internal static class ContainerSettlement
{
    /// <summary>
    /// Takes over the item's container, running or ended; false where it has none. One that no process of ever ran is removed, because it has done no work; one whose start is under way is waited for.
    /// One that ran and is gone gives the job its outcome.
    /// </summary>
    public static async Task<bool> FindAsync(
        JobContext job,
        IReadOnlyList<OrphanedContainer> containers,
        CancellationToken cancellationToken
    )
    {
        OrphanedContainer? kept = null;
        int? ranWith = null;
        foreach (var container in containers.OrderByDescending(static container => container.CreatedAt))
        {
            if (
                container.NeverStarted
                && await RemoveUnstartedAsync(job.Agent, container, cancellationToken).ConfigureAwait(false) is { IsRemoved: true } removal
            )
            {
                ranWith ??= removal.RanWith;
            }
            else if (kept is null)
            {
                kept = container;
            }
            else
            {
                await RemoveAsync(job.Agent, container, "the job has a newer one", cancellationToken).ConfigureAwait(false);
            }
        }

        if (kept is not null)
        {
            return await AdoptAsync(job, kept, cancellationToken).ConfigureAwait(false);
        }

        job.Outcome = ranWith is { } code ? JobEnding.Unseen(code) : null;
        return job.Outcome is not null;
    }

    /// <summary>Keeps the GPUs of a container for its job.</summary>
    public static void TakeGpus(JobContext job, OrphanedContainer container)
    {
        if (container.Gpus is { Count: > 0 } gpus)
        {
            job.Gpus = gpus;
            job.Agent.Gpus?.Take(job.ItemId, gpus);
        }
    }

    /// <summary>Removes a container that was created and not started, unless it is started after all.</summary>
    public static async Task<UnstartedRemoval> RemoveUnstartedAsync(
        AgentServices agent,
        OrphanedContainer container,
        CancellationToken cancellationToken
    )
    {
        var removal = await agent
            .OutageRetry.EngineAsync(token => agent.Host.RemoveUnstartedAsync(container.Id, token), cancellationToken)
            .ConfigureAwait(false);
        if (removal.IsRemoved)
        {
            agent.Logger.Removed(container.Id, container.Item, removal.RanWith is null ? "it was never started" : "it had ended");
        }

        return removal;
    }

    /// <summary>Stops a container where it runs, and removes it.</summary>
    public static async Task RemoveAsync(
        AgentServices agent,
        OrphanedContainer container,
        string reason,
        CancellationToken cancellationToken
    )
    {
        await agent
            .OutageRetry.EngineAsync(
                async token =>
                {
                    if (!container.NeverStarted && !container.HasEnded)
                    {
                        await agent.Host.StopAsync(container.Id, agent.Options.StoppedRunTimeout, token).ConfigureAwait(false);
                    }

                    await agent.Host.RemoveAsync(container.Id, token).ConfigureAwait(false);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        agent.Logger.Removed(container.Id, container.Item, reason);
    }

    private static async Task<bool> AdoptAsync(JobContext job, OrphanedContainer container, CancellationToken cancellationToken)
    {
        var agent = job.Agent;
        try
        {
            job.Container = await agent
                .OutageRetry.EngineAsync(
                    token => agent.Host.AdoptAsync(container.Id, job.LogFile, JobVariables.SecretsOf(job), agent.Options.LastLines, token),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (ContainerNotFoundException)
        {
            return false;
        }

        job.RemovesContainer = container.IsRemovedByAgent;
        TakeGpus(job, container);
        agent.Logger.Adopted(job.ItemId, container.Id, container.State);
        return true;
    }
}
