using LaunchSdk.Agent.Queues;
using LaunchSdk.Docker;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Agent.Running;

/// <summary>What an agent is made of; tests put other parts in.</summary>
internal sealed record AgentParts(LaunchAgentOptions Options, IRunQueueBackend Backend, LaunchDocker Docker, ILogger Logger, TimeProvider Time);
