using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Cli.Queues;

/// <summary>What an operator who took a job from its agent has to know.</summary>
internal static class TakenJob
{
    /// <summary>Writes to stderr where a container may still run; nothing where no agent had the job.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="before">The job as it was; null where there was none.</param>
    /// <param name="after">The job as it is now.</param>
    public static async Task ReportAsync(TextWriter error, RunQueueItem? before, RunQueueItem after)
    {
        if (before is not { State: RunQueueItemState.Pending or RunQueueItemState.Running })
        {
            return;
        }

        var agent = before.Agent is { } name ? $"agent {name}" : "an agent of another machine";
        const string Outlook =
            "where its container may still run: the agent stops and removes it when it is back. "
            + "Where that never happens, end it on that machine with docker rm -f";
        await error.WriteLineAsync($"job {before.Id}: {State(before, after)}. It was with {agent}, {Outlook}").ConfigureAwait(false);
    }

    private static string State(RunQueueItem before, RunQueueItem after)
    {
        if (after.Outcome is { } outcome)
        {
            return JobText.Word(outcome.State);
        }

        return after.Id == before.Id ? "waits again" : $"waits again, as {after.Id}";
    }
}
