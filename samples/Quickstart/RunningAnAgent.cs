using LaunchSdk.Agent;
using LaunchSdk.Agent.Hooks;
using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Docker;

namespace Quickstart;

/// <summary>An agent in a program of one's own.</summary>
internal static class RunningAnAgent
{
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var options = new LaunchAgentOptions { Queues = ["gpu"], MaxJobs = 4 };
        await using var backend = new SqliteRunQueueBackend();
        await using var docker = new LaunchDocker();
        var agent = new LaunchAgent(options, backend, docker);
        await agent.RunAsync(cancellationToken);
    }

    /// <summary>The operator's own programs before and after each job.</summary>
    public static LaunchAgentOptions WithHooks(LaunchAgentOptions options) => options with
    {
        PreJobHook = new JobHook("/etc/launchsdk/before"),
        PostJobHook = new JobHook("/etc/launchsdk/after") { Timeout = TimeSpan.FromMinutes(1) },
    };
}
