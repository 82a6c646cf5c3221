using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Threading;

namespace LaunchSdk.Agent.Running;

/// <summary>
/// Keeps the agent's jobs its own, and hears which of them shall stop: three times in a lease, and when the backend tells of a change.
/// Nothing runs while there is no job.
/// </summary>
internal sealed class LeaseRenewal(AgentServices agent, AgentJobs jobs, AsyncAutoResetEvent wanted)
{
    private const int TimesInALease = 3;

    // A busy queue tells of many changes a second; a stop waits no longer than this for them.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (jobs.Count == 0)
            {
                await wanted.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await wanted.WaitAsync(agent.Options.LeaseDuration / TimesInALease, agent.Time, cancellationToken).ConfigureAwait(false);
            }

            await RenewAsync().ConfigureAwait(false);
            await Task.Delay(ShortestPause, agent.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RenewAsync()
    {
        var renewable = jobs.Renewable;
        if (renewable.Count == 0)
        {
            return;
        }

        try
        {
            AgentJobs.Apply(
                renewable,
                await agent
                    .Backend.RenewAsync([.. renewable.Select(static job => job.Lease)], agent.Options.LeaseDuration, CancellationToken.None)
                    .ConfigureAwait(false)
            );
            agent.OutageRetry.BackendAnswered();
        }
        catch (RunQueueException e)
        {
            // The jobs go on: an acknowledged item waits for its agent, however long the backend is away.
            agent.OutageRetry.BackendFailed(e);
        }
    }
}
