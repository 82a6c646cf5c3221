using LaunchSdk.Cli.Backends;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>What one run of <c>launch agent</c> has in addition to the agent's settings.</summary>
/// <param name="Backend">Where its queues are.</param>
/// <param name="Once">Whether it ends when nothing waits.</param>
/// <param name="HealthPort">The port of /healthz; null for none.</param>
/// <param name="LogFile">The file that its messages are added to, - for the output; null for none.</param>
internal sealed record AgentSessionOptions(BackendChoice Backend, bool Once, int? HealthPort, string? LogFile);
