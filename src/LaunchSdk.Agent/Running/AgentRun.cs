using LaunchSdk.Agent.Devices;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Recovery;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Agent.Threading;

namespace LaunchSdk.Agent.Running;

/// <summary>The work of one agent, from its start to its end.</summary>
internal sealed class AgentRun
{
    private static readonly TimeSpan CancelBound = TimeSpan.FromMinutes(1);

    // A backend that tells of no more changes is asked now and then.
    private static readonly TimeSpan PauseAfterLostChanges = TimeSpan.FromSeconds(5);

    private readonly AgentServices _agent;
    private readonly AgentStop _stop;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AsyncAutoResetEvent _wake = new();
    private readonly AsyncAutoResetEvent _renew = new();
    private readonly AgentJobs _jobs;
    private readonly AgentPresence _presence;
    private ITimer? _bound;
    private int _started;

    public AgentRun(AgentServices agent)
    {
        (_agent, _stop) = (agent, agent.Stop);
        _jobs = new AgentJobs(_wake, _renew);
        _presence = new AgentPresence(agent);
    }

    public StatusBoard Board => _agent.Board;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new InvalidOperationException("This agent was run already: make another.");
        }

        using var background = new CancellationTokenSource();
        try
        {
            _agent.Identify(AgentIdentity.Create(_agent.Options));
            using var nameLock = AgentLock.Take(_agent.Options.StateFolder, _agent.Name);
            using var formerLock = TakeFormerNames();
            using var registration = cancellationToken.UnsafeRegister(_ => Leave("leaves its jobs to the next agent of its name"), null);
            await WorkAsync(background).ConfigureAwait(false);
        }
        finally
        {
            await background.CancelAsync().ConfigureAwait(false);
            await _presence.ReleaseAsync().ConfigureAwait(false);
            Say(AgentPhase.Ended, "has ended");
            Board.Complete();
            _bound?.Dispose();
            _ended.TrySetResult();
        }
    }

    public Task DrainAsync()
    {
        if (!_stop.NoMore.IsCancellationRequested)
        {
            Say(AgentPhase.Draining, $"takes no more jobs; {_jobs.Count} go on to their end");
            _stop.NoMore.Cancel();
        }

        return WhenEnded;
    }

    public Task CancelAsync()
    {
        if (!_stop.Hurry.IsCancellationRequested)
        {
            Say(AgentPhase.Cancelling, $"stops {_jobs.Count} jobs");
            _stop.NoMore.Cancel();
            _stop.Hurry.Cancel();
            _bound = _agent.Time.CreateTimer(
                _ => Leave("could not end its jobs in time, and leaves them to the next agent of its name"),
                null,
                _agent.Options.StoppedRunTimeout + CancelBound,
                Timeout.InfiniteTimeSpan
            );
            _jobs.Cancel();
        }

        return WhenEnded;
    }

    private Task WhenEnded => Volatile.Read(ref _started) != 0 ? _ended.Task : Task.CompletedTask;

    private void Leave(string why)
    {
        Say(AgentPhase.Leaving, why);
        _stop.NoMore.Cancel();
        _stop.Hurry.Cancel();
        _stop.Leaving.Cancel();
    }

    private async Task WorkAsync(CancellationTokenSource background)
    {
        Say(AgentPhase.Starting, "looks for what it has left");
        await using var health = Health.HealthEndpoint.Start(_agent.Options.HealthPort, Board);
        Board.Set(status => status with { HealthPort = health?.Port });
        Task[] helpers = [];
        try
        {
            await _presence.ClaimAsync(_stop.NoMore.Token).ConfigureAwait(false);
            await FindGpusAsync().ConfigureAwait(false);
            var changes = await _agent.OutageRetry.BackendAsync(_agent.Backend.SubscribeAsync, _stop.NoMore.Token).ConfigureAwait(false);
            helpers =
            [
                KeepNameAsync(background.Token),
                ListenAsync(changes, background.Token),
                new LeaseRenewal(_agent, _jobs, _renew).RunAsync(background.Token),
                new LeftoverSweep(_agent, _jobs).RunAsync(background.Token),
                new RetentionSweep(_agent).RunAsync(background.Token),
            ];
            foreach (var job in await new AgentRecovery(_agent).RunAsync(_stop.NoMore.Token, _stop.Hurry.Token).ConfigureAwait(false))
            {
                _jobs.Start(job);
            }

            _agent.LeftoversSuspected.Set();
            if (!_stop.NoMore.IsCancellationRequested)
            {
                Say(AgentPhase.Working, "takes jobs");
                _agent.Logger.Working(
                    _agent.Name,
                    string.Join(", ", _agent.Options.Queues),
                    _agent.Backend.Description,
                    _agent.Options.MaxJobs
                );
                await new JobTaking(_agent, _jobs, _wake, _stop.NoMore.Token).RunAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.NoMore.IsCancellationRequested)
        {
            // It was asked to end before it had begun: what an earlier one left is the next one's.
        }

        await _jobs.WhenAllAsync().ConfigureAwait(false);
        await background.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(helpers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // An agent of the first version that runs on this machine keeps what it has: this one leaves its name alone.
    private FileStream? TakeFormerNames()
    {
        try
        {
            return _agent.Identity.FormerNames is [var former] ? AgentLock.Take(_agent.Options.StateFolder, former) : null;
        }
        catch (AgentNameInUseException)
        {
            _agent.Identify(_agent.Identity with { FormerNames = [] });
            return null;
        }
    }

    // Its jobs are leased to it one by one, and go on; whoever has the name now leaves them alone.
    private async Task KeepNameAsync(CancellationToken cancellationToken)
    {
        var reason = await _presence.KeepAsync(cancellationToken).ConfigureAwait(false);
        _agent.OutageRetry.NameLost(reason);
        _ = DrainAsync();
    }

    private async Task FindGpusAsync()
    {
        IReadOnlyList<GpuDevice>? devices = _agent.Options.GpuDevices is { } given
            ? [.. given.Select(static id => new GpuDevice(id))]
            : null;
        if (devices is null && await _agent.OutageRetry.EngineAsync(_agent.Host.IsLocalAsync, _stop.NoMore.Token).ConfigureAwait(false))
        {
            devices = await GpuDevices.FindAsync(Environment.GetEnvironmentVariable, _agent.Time, _stop.NoMore.Token).ConfigureAwait(false);
        }

        _agent.UseGpus(devices is null ? null : new GpuPool(devices));
    }

    private async Task ListenAsync(IRunQueueChanges changes, CancellationToken cancellationToken)
    {
        await using (changes.ConfigureAwait(false))
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                try
                {
                    await changes.NextAsync(cancellationToken).ConfigureAwait(false);
                }
                catch (RunQueueException e)
                {
                    _agent.OutageRetry.BackendFailed(e);
                    await Task.Delay(PauseAfterLostChanges, _agent.Time, cancellationToken).ConfigureAwait(false);
                }

                _wake.Set();
                _renew.Set();
            }
        }
    }

    private void Say(AgentPhase phase, string what)
    {
        var message = $"agent {_agent.Name} {what}";
        Board.SetPhase(phase, message);
        _agent.Logger.Phase(message);
    }
}
