namespace LaunchSdk.Agent.Queues;

/// <summary>What is said where an operator takes items from agents.</summary>
internal static class TakeoverMessages
{
    public static string AgentLives(string item, string? agent) =>
        $"item {item} is with the agent '{agent}', which has not been silent for longer than its lease: let it go on, or take it away by force (launch requeue --force)";

    public static string Ended(string? agent) =>
        $"ended by an operator without its agent '{agent}', where its container may still run until that agent is back";
}
