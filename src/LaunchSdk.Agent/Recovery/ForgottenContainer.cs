using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Agent.Recovery;

/// <summary>A container whose job this agent does not have any more.</summary>
internal static class ForgottenContainer
{
    // A start that hangs holds its container, and every request about it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Stops and removes it, where its job has ended or is another agent's; what cannot be removed in time is logged, and left to the next
    /// look.
    /// </summary>
    public static async Task RemoveAsync(AgentServices agent, OrphanedContainer container, CancellationToken cancellationToken)
    {
        if (container.HasEnded && !container.IsRemovedByAgent)
        {
            return;
        }

        var item = await agent
            .OutageRetry.BackendAsync(token => agent.Backend.FindItemAsync(container.Item, token), cancellationToken)
            .ConfigureAwait(false);
        if (item is null)
        {
            agent.Logger.LeftBehind(container.Id, container.Item, "the backend does not know its item");
            return;
        }

        using var deadline = new LinkedDeadline(agent.Options.StoppedRunTimeout + Longest, agent.Time, cancellationToken);
        try
        {
            var reason = item.State.IsEnded() ? "its job has ended" : "its job is another agent's, or waits again";
            await ContainerSettlement.RemoveAsync(agent, container, reason, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e)
            when (e is DockerEngineException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            agent.Logger.LeftBehind(
                container.Id,
                container.Item,
                e is OperationCanceledException ? "the engine does not remove it" : e.Message
            );
        }
    }
}
