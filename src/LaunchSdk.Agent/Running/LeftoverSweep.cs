using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Recovery;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Agent.Running;

/// <summary>
/// Looks again for containers that nobody has: one whose creation was under way when the agent looked first appears later, and one whose
/// start hung may begin to run after its job was given up. A few looks after the agent's start and after each start that was given up; none
/// while nothing is suspected.
/// </summary>
internal sealed class LeftoverSweep(AgentServices agent, AgentJobs jobs)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(4)];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await agent.LeftoversSuspected.WaitAsync(cancellationToken).ConfigureAwait(false);
            foreach (var pause in Pauses)
            {
                await Task.Delay(pause, agent.Time, cancellationToken).ConfigureAwait(false);
                await SweepAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Looks once.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        using var deadline = new LinkedDeadline(Longest, agent.Time, cancellationToken);
        try
        {
            var containers = await agent.ListContainersAsync(deadline.Token).ConfigureAwait(false);
            foreach (var container in containers)
            {
                await LookAtAsync(container, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e)
            when (e is DockerEngineException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            agent.Logger.SweepFailed(e.Message);
        }
    }

    private async Task LookAtAsync(OrphanedContainer container, CancellationToken cancellationToken)
    {
        if (jobs.Find(container.Item) is not { } job)
        {
            await ForgottenContainer.RemoveAsync(agent, container, cancellationToken).ConfigureAwait(false);
        }
        else if (container.NeverStarted && container.Attempt != job.Lease.Token && !job.IsSettling(container))
        {
            // An earlier attempt's, which is created only now: nobody starts it any more.
            using var deadline = new LinkedDeadline(Longest, agent.Time, cancellationToken);
            await ContainerSettlement.RemoveUnstartedAsync(agent, container, deadline.Token).ConfigureAwait(false);
        }
    }
}
