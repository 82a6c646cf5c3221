using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Queues;

/// <summary>What an operator who took a job from its agent has to know.</summary>
internal static class TakenJob
{
    /// <summary>Says on stderr where a container may still run; nothing where no agent had the job.</summary>
    /// <param name="console">Gets it.</param>
    /// <param name="before">The job as it was; null where there was none.</param>
    /// <param name="after">The job as it is now.</param>
    public static async Task TellAsync(ToolConsole console, RunQueueItem? before, RunQueueItem after)
    {
        if (before is not { State: RunQueueItemState.Pending or RunQueueItemState.Running })
        {
            return;
        }

        var what =
            after.Outcome is { } outcome ? JobText.Word(outcome.State)
            : after.Id == before.Id ? "waits again"
            : $"waits again, as {after.Id}";
        var agent = before.Agent is { } name ? $"agent {name}" : "an agent of another machine";
        await console
            .Error.WriteLineAsync(
                $"job {before.Id}: {what}. It was with {agent}, where its container may still run: the agent stops and removes it when it is back. Where that never happens, end it on that machine with docker rm -f"
            )
            .ConfigureAwait(false);
    }
}
