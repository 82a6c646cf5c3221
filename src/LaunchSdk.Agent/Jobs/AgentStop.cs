namespace LaunchSdk.Agent.Jobs;

/// <summary>
/// How far an agent was told to end. The three sources have no timer and no wait handle, so there is nothing to free when it is over, and
/// they may be told again then.
/// </summary>
internal sealed record AgentStop(CancellationTokenSource NoMore, CancellationTokenSource Hurry, CancellationTokenSource Leaving)
{
    public AgentStop()
        : this(new CancellationTokenSource(), new CancellationTokenSource(), new CancellationTokenSource()) { }
}
