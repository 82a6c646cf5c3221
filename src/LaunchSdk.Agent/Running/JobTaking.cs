using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Agent.Threading;

namespace LaunchSdk.Agent.Running;

/// <summary>Takes jobs from the queues in turn while there are slots, and sleeps until something changes.</summary>
internal sealed class JobTaking(AgentServices agent, AgentJobs jobs, AsyncAutoResetEvent wake, CancellationToken noMore)
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    private int _next;

    private enum Taken
    {
        Job,
        Nothing,
        NoAnswer,
    }

    private bool HasSlot => agent.Options.MaxJobs == LaunchAgentOptions.NoLimit || jobs.Count < agent.Options.MaxJobs;

    public async Task RunAsync()
    {
        while (!noMore.IsCancellationRequested)
        {
            // Counted before the queues are asked: a job that ends meanwhile may have put another on them.
            var isIdle = jobs.Count == 0;
            var taken = HasSlot ? await TakeAsync().ConfigureAwait(false) : Taken.Job;
            if (taken == Taken.Job && HasSlot)
            {
                continue;
            }

            if (taken == Taken.Nothing && agent.Options.Once && isIdle)
            {
                return;
            }

            await (taken == Taken.NoAnswer ? wake.WaitAsync(PauseAfterFailure, agent.Time, noMore) : wake.WaitAsync(noMore)).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing
            );
        }
    }

    private async Task<Taken> TakeAsync()
    {
        if (agent.Board.Read().EngineProblem is not null)
        {
            // Without an engine every job would fail at once.
            await agent
                .OutageRetry.EngineAsync(agent.Host.CheckReachableAsync, noMore)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var queues = agent.Options.Queues;
        for (var tried = 0; tried < queues.Count && !noMore.IsCancellationRequested; tried++)
        {
            var queue = queues[_next];
            _next = (_next + 1) % queues.Count;
            try
            {
                // Never broken off: an item that was taken must be known to have been.
                var lease = await agent
                    .Backend.PopAsync(queue, agent.Name, agent.Options.LeaseDuration, CancellationToken.None)
                    .ConfigureAwait(false);
                SetProblem(queue, null);
                agent.OutageRetry.BackendAnswered();
                if (lease is not null)
                {
                    await BeginAsync(lease).ConfigureAwait(false);
                    return Taken.Job;
                }
            }
            catch (RunQueueNotFoundException e)
            {
                agent.OutageRetry.BackendAnswered();
                SetProblem(queue, e.Message);
            }
            catch (RunQueueException e)
            {
                agent.OutageRetry.BackendFailed(e);
                return Taken.NoAnswer;
            }
        }

        return Taken.Nothing;
    }

    private async Task BeginAsync(RunQueueLease lease)
    {
        if (noMore.IsCancellationRequested)
        {
            await GiveBackJob.RunAsync(agent, lease, "the agent takes no more jobs").ConfigureAwait(false);
            return;
        }

        AgentTelemetry.Wait.Record(Math.Max(0, (agent.Time.GetUtcNow() - lease.Item.SubmittedAt).TotalSeconds));
        agent.Logger.Taken(lease.Item.Id, lease.Item.Queue);
        var job = new AgentJob(agent, lease);
        job.Report(AgentChangeKind.JobTaken, $"taken from {lease.Item.Queue}", job.Status);
        jobs.Start(new TakenJob(job));
    }

    private void SetProblem(string queue, string? problem)
    {
        var known = agent.Board.Read().Queues.FirstOrDefault(other => other.Name == queue)?.Problem;
        if (known == problem)
        {
            return;
        }

        if (problem is not null)
        {
            agent.Logger.QueueFailed(queue, problem);
        }

        agent.Board.TellProblem(
            $"queue {queue}: {problem ?? "jobs can be taken"}",
            status =>
                status with
                {
                    Queues = [.. status.Queues.Select(other => other.Name == queue ? other with { Problem = problem } : other)],
                }
        );
    }
}
