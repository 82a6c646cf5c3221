using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Settings;
using LaunchSdk.Agent.Submitting;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Queues;

/// <summary>The submitter's side of a backend, as the tool uses it.</summary>
internal static class JobClient
{
    /// <summary>A client that looks for logs where the agents of this machine keep them.</summary>
    public static LaunchQueueClient Create(ToolConsole console, IRunQueueBackend backend) =>
        new(backend) { LogFolder = AgentSettings.Resolve(console.Environment).Options.LogFolder! };
}
