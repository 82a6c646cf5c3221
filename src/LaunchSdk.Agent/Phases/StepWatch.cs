using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Phases;

/// <summary>
/// Says that a job takes long on its way to its container: after 10 seconds at one step in its note, which its
/// submitter sees, and in the agent's log, there again and again.
/// </summary>
internal sealed class StepWatch(AgentJob job) : IAsyncDisposable
{
    private static readonly TimeSpan FirstWord = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _over = new();
    private DateTimeOffset? _noted;
    private Task _watching = Task.CompletedTask;

    /// <summary>Begins to watch; dispose of it when the container runs or the job is over.</summary>
    public static StepWatch Start(AgentJob job)
    {
        var watch = new StepWatch(job);
        watch._watching = watch.RunAsync();
        return watch;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
        if (_noted is not null)
        {
            // The job does not wait for it.
            _ = JobNote.SendAsync(job, "");
        }
    }

    private async Task RunAsync()
    {
        while (true)
        {
            var (step, since) = (job.Status.Step, job.Status.StepSince);
            var age = job.Agent.Time.GetUtcNow() - since;
            if (age < FirstWord)
            {
                await Task.Delay(FirstWord - age + TimeSpan.FromMilliseconds(1), job.Agent.Time, _over.Token).ConfigureAwait(false);
                continue;
            }

            // A job that waits for GPUs says for which.
            if (step != JobStep.WaitingForGpus)
            {
                job.Agent.Logger.StepTakesLong(job.ItemId, step.Describe(), (long)age.TotalSeconds);
                if (_noted != since)
                {
                    _noted = since;
                    var note = FormattableString.Invariant($"{step.Describe()}, since {since.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z");
                    await JobNote.SendAsync(job, note).ConfigureAwait(false);
                }
            }

            await Task.Delay(Pause, job.Agent.Time, _over.Token).ConfigureAwait(false);
        }
    }
}
