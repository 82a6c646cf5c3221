using LaunchSdk.Agent.Queues;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Jobs;

/// <summary>Puts the end of a job into words for its submitter.</summary>
internal static class JobEnding
{
    public static RunOutcome Describe(AgentJob job, ContainerResult result)
    {
        var tail = result.LastLines.Select(static line => line.Text).ToArray();
        var outcome = (job.StopReason, result.ExitCode) switch
        {
            (StopReason.Wanted, _) => RunOutcome.Killed($"stopped as asked: {result.Reason}"),
            (StopReason.AgentCancelled, _) => RunOutcome.Killed(
                $"stopped because the agent {job.Agent.Name} was cancelled: {result.Reason}"
            ),
            (_, 0) => RunOutcome.Finished(result.Reason),
            _ => RunOutcome.Failed(RunStage.Run, $"{result.Reason}{LogHint(job)}"),
        };
        return outcome with { ExitCode = result.ExitCode, LogTail = tail };
    }

    /// <summary>The end of a job whose container ran and was gone before an agent could look at it.</summary>
    public static RunOutcome Unseen(int exitCode)
    {
        var message = FormattableString.Invariant(
            $"ended with exit code {exitCode} while no agent watched; its output is gone with its container"
        );
        return (exitCode == 0 ? RunOutcome.Finished(message) : RunOutcome.Failed(RunStage.Run, message)) with { ExitCode = exitCode };
    }

    private static string LogHint(AgentJob job) => $". Its output: {job.LogFile} on {Environment.MachineName}";
}
