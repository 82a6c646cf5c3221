namespace LaunchSdk.Agent.Status;

/// <summary>A GPU of an agent's.</summary>
/// <param name="Id">Its index or UUID.</param>
/// <param name="ItemId">The item that has it; null while it is free.</param>
public sealed record AgentGpuStatus(string Id, string? ItemId);
