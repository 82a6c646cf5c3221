using LaunchSdk.Agent.Status;

namespace LaunchSdk.Agent.Tests.Agents;

/// <summary>Waits for what an agent's status tells.</summary>
internal static class AgentWaits
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    /// <summary>Waits until the status is as a test wants it; an agent that ends before is an exception.</summary>
    public static async Task<AgentStatus> WaitAsync(this LaunchAgent agent, Func<AgentStatus, bool> wanted)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Longest);
        var changes = agent.ChangesAsync(deadline.Token);
        if (agent.Status is var before && wanted(before))
        {
            return before;
        }

        await foreach (var _ in changes)
        {
            if (agent.Status is var now && wanted(now))
            {
                return now;
            }
        }

        return agent.Status is var last && wanted(last) ? last : throw new InvalidOperationException($"The agent ended before: {last}");
    }
}
