using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Jobs;

/// <summary>Puts a job back on its queue.</summary>
internal static class GiveBackJob
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Tries for a while. Where the backend is gone, the next agent of this name does it.</summary>
    public static async Task RunAsync(AgentServices agent, RunQueueLease lease, string reason)
    {
        using var deadline = new CancellationTokenSource(Longest, agent.Time);
        try
        {
            await agent.OutageRetry.BackendAsync(token => agent.Backend.GiveBackAsync(lease, token), deadline.Token).ConfigureAwait(false);
            agent.Logger.GivenBack(lease.Item.Id, reason);
        }
        catch (Exception e) when (e is RunQueueException or OperationCanceledException)
        {
            agent.Logger.Lost(lease.Item.Id, e.Message);
        }
    }
}
