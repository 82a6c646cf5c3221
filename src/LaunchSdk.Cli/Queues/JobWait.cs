using System.Runtime.InteropServices;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Submitting;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Signals;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Queues;

/// <summary>Waits for a submitted job in sight of its submitter: states on stderr, its output as it comes.</summary>
internal static class JobWait
{
    /// <summary>The ended item; null where a signal ended the wait, which leaves the job alone.</summary>
    public static async Task<RunQueueItem?> RunAsync(
        ToolConsole console,
        SubmittedJob job,
        JobStreams streams,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = $"the job goes on. Follow it with launch logs -f {job.Id}, end it with launch cancel {job.Id}";
        using var signals = new EndingSignals(console.Error, () => left);
        signals.OnEnding(PosixSignal.SIGINT, _ => stop.Cancel());
        signals.OnEnding(PosixSignal.SIGTERM, _ => stop.Cancel());
        try
        {
            var said = "";
            var outcome = await OutputWatch
                .RunAsync(
                    [console.RawOut],
                    $"the job {job.Id} goes on",
                    token => job.FollowAsync(output, Tell, streams.Error, token),
                    stop.Token
                )
                .ConfigureAwait(false);
            await TellEndAsync(console, job.Id, outcome).ConfigureAwait(false);
            return job.Item;

            void Tell(RunQueueItem item)
            {
                if (item.Outcome is null && State(item) is var state && state != said)
                {
                    said = state;
                    console.Error.WriteLine($"job {item.Id}: {state}");
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync($"launch: no longer waiting; {left}").ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>What the tool exits with for a job: its container's code, or 125 where there was none to take over.</summary>
    public static int ExitCode(RunOutcome outcome) =>
        outcome switch
        {
            { State: RunQueueItemState.Finished } => outcome.ExitCode ?? ExitCodes.Success,
            { ExitCode: { } code and not 0 } => code,
            _ => ExitCodes.EngineError,
        };

    private static async Task TellEndAsync(ToolConsole console, string id, RunOutcome outcome)
    {
        var lines = outcome.Message.Split('\n');
        await console.Error.WriteLineAsync($"job {id}: {JobText.Word(outcome.State)}: {lines[0]}").ConfigureAwait(false);
        foreach (var line in lines.Skip(1))
        {
            await console.Error.WriteLineAsync($"job {id}:   {line}").ConfigureAwait(false);
        }
    }

    private static string State(RunQueueItem item) =>
        JobText.Detail(item) is { Length: > 0 } detail ? $"{JobText.Word(item.State)} ({detail})" : JobText.Word(item.State);
}
