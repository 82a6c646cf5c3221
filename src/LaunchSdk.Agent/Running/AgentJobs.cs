using System.Collections.Concurrent;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Phases;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Agent.Threading;

namespace LaunchSdk.Agent.Running;

/// <summary>The jobs that an agent has at the moment.</summary>
internal sealed class AgentJobs(AsyncAutoResetEvent ended, AsyncAutoResetEvent started)
{
    private readonly ConcurrentDictionary<string, (AgentJob Job, Task Run)> _jobs = new(StringComparer.Ordinal);
    private volatile bool _isCancelled;

    public int Count => _jobs.Count;

    /// <summary>The leases that are to be renewed: of jobs whose end is not being reported.</summary>
    public IReadOnlyList<AgentJob> Renewable =>
        [.. _jobs.Values.Select(static pair => pair.Job).Where(static job => job.Status.Step < JobStep.RunningPostHook)];

    /// <summary>The job of an item; null where the agent has none of it.</summary>
    public AgentJob? Find(string item) => _jobs.TryGetValue(item, out var pair) ? pair.Job : null;

    /// <summary>Begins to bring a job to its end.</summary>
    /// <param name="begun">Where the job is.</param>
    public void Start(JobState begun)
    {
        var job = begun.Job;
        if (_isCancelled)
        {
            job.Interrupt(StopReason.AgentCancelled);
        }

        // The same item under an older lease: it was taken away, and is here again before this agent has heard of it.
        // Its container goes first.
        var (older, end) = _jobs.GetValueOrDefault(job.ItemId);
        older?.Interrupt(StopReason.Lost);
        var registered = new TaskCompletionSource();
        _jobs[job.ItemId] = (job, RunAsync(begun, Task.WhenAll(registered.Task, end ?? Task.CompletedTask)));
        registered.SetResult();
        started.Set();
    }

    /// <summary>Stops all jobs, and those that come.</summary>
    public void Cancel()
    {
        _isCancelled = true;
        foreach (var (job, _) in _jobs.Values)
        {
            job.Interrupt(StopReason.AgentCancelled);
        }
    }

    public Task WhenAllAsync() => Task.WhenAll(_jobs.Values.Select(static pair => pair.Run));

    /// <summary>Does what a renewal says of jobs. One that came since under a new lease of the same item is another.</summary>
    public static void Apply(IReadOnlyList<AgentJob> renewed, IReadOnlyDictionary<string, RunQueueRenewal> renewals)
    {
        foreach (var job in renewed)
        {
            if (
                renewals.TryGetValue(job.ItemId, out var renewal)
                && renewal != RunQueueRenewal.Kept
                && job.Status.Step < JobStep.RunningPostHook
            )
            {
                job.Interrupt(renewal == RunQueueRenewal.Lost ? StopReason.Lost : StopReason.Wanted);
            }
        }
    }

    private async Task RunAsync(JobState begun, Task beginning)
    {
        var job = begun.Job;
        try
        {
            await beginning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // Off the loop that takes jobs.
            await Task.Yield();
            await JobRun.RunAsync(begun).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            job.Agent.Logger.Unexpected(job.ItemId, e);
        }
        finally
        {
            // However it ended, its slot is free again, unless the same item is here under a new lease: then it is that one's.
            if (_jobs.TryGetValue(job.ItemId, out var pair) && pair.Job == job)
            {
                _jobs.TryRemove(KeyValuePair.Create(job.ItemId, pair));
            }

            ended.Set();
        }
    }
}
