using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Recovery;

/// <summary>Looks at the containers that an item has on the engine, and leaves at most one, which is the job's.</summary>
internal static class ContainerSettlement
{
    /// <summary>
    /// Takes over the job's container, running or ended. One that no process of ever ran is removed, because it has done no work; one whose
    /// start is under way is waited for.
    /// </summary>
    /// <param name="unsettled">The job and its containers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// A <see cref="StartedJob"/>, an <see cref="EndedJob"/> where its container ran and is gone, null where the job has none that ran.
    /// </returns>
    public static async Task<JobState?> FindAsync(UnsettledJob unsettled, CancellationToken cancellationToken)
    {
        var agent = unsettled.Job.Agent;
        OrphanedContainer? kept = null;
        int? ranWith = null;
        foreach (var container in unsettled.Containers.OrderByDescending(static container => container.CreatedAt))
        {
            if (
                container.NeverStarted
                && await RemoveUnstartedAsync(agent, container, cancellationToken).ConfigureAwait(false) is { IsRemoved: true } removal
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
                await RemoveAsync(agent, container, "the job has a newer one", cancellationToken).ConfigureAwait(false);
            }
        }

        if (kept is not null)
        {
            return await AdoptAsync(unsettled, kept, cancellationToken).ConfigureAwait(false);
        }

        return ranWith is { } code ? new EndedJob(unsettled, JobEnding.Unseen(code)) : null;
    }

    /// <summary>Keeps the GPUs of a container for its job.</summary>
    /// <returns>The GPUs; null where the container has none of the agent's.</returns>
    public static IReadOnlyList<string>? TakeGpus(AgentJob job, OrphanedContainer container)
    {
        if (container.Gpus is not { Count: > 0 } gpus)
        {
            return null;
        }

        job.Agent.Gpus?.Take(job.ItemId, gpus);
        return gpus;
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

    private static async Task<StartedJob?> AdoptAsync(
        UnsettledJob unsettled,
        OrphanedContainer container,
        CancellationToken cancellationToken
    )
    {
        var (job, agent) = (unsettled.Job, unsettled.Job.Agent);
        try
        {
            var adopted = await agent
                .OutageRetry.EngineAsync(
                    token => agent.Host.AdoptAsync(container.Id, job.LogFile, job.Secrets, agent.Options.LastLines, token),
                    cancellationToken
                )
                .ConfigureAwait(false);
            agent.Logger.Adopted(job.ItemId, container.Id, container.State);
            return new StartedJob(job, adopted, container.IsRemovedByAgent) { Gpus = TakeGpus(job, container), Image = unsettled.Image };
        }
        catch (ContainerNotFoundException)
        {
            return null;
        }
    }
}
