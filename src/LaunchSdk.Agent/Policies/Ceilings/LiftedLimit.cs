namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>A limit of a queue that a job's options lift.</summary>
/// <param name="Rule">The limit.</param>
/// <param name="Key">The type, device or key; empty where there is one only.</param>
/// <param name="IsMissing">Whether the job says nothing of it in place of more.</param>
internal sealed record LiftedLimit(CeilingRule Rule, string Key, bool IsMissing);
