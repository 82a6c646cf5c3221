namespace LaunchSdk.Agent.Queues;

/// <summary>A name that an agent has.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Token">What it names when it keeps the name or gives it up; another claim of the name voids it.</param>
/// <param name="Previous">Who had the name before; null for nobody.</param>
public sealed record AgentClaim(AgentRegistration Agent, string Token, RegisteredAgent? Previous);
