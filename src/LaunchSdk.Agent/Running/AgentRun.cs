using LaunchSdk.Agent.Devices;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Recovery;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Running;

/// <summary>The work of one agent, from its start to its end.</summary>
internal sealed class AgentRun
{
    private static readonly TimeSpan CancelBound = TimeSpan.FromMinutes(1);

    // A backend that tells of no more changes is asked now and then.
    private static readonly TimeSpan PauseAfterLostChanges = TimeSpan.FromSeconds(5);

    private readonly AgentParts _parts;
    private readonly AgentStop _stop = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AsyncAutoResetEvent _wake = new();
    private readonly AsyncAutoResetEvent _renew = new();
    private readonly AgentJobs _jobs;
    private readonly AgentServices _agent;
    private readonly AgentPresence _presence;
    private ITimer? _bound;
    private int _started;

    public AgentRun(AgentParts parts)
    {
        _parts = parts;
        Board = new StatusBoard(
            new AgentStatus(
                parts.Options.Name ?? Environment.MachineName,
                parts.Backend.Description,
                AgentPhase.Created,
                parts.Time.GetUtcNow()
            )
            {
                MaxJobs = parts.Options.MaxJobs,
                Queues = [.. parts.Options.Queues.Select(static queue => new AgentQueueStatus(queue, null))],
            },
            parts.Time
        );
        _jobs = new AgentJobs(_wake, _renew);
        _agent = new AgentServices(parts, Board, _stop.Leaving.Token);
        _presence = new AgentPresence(_agent);
    }

    public StatusBoard Board { get; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new InvalidOperationException("This agent was run already: make another.");
        }

        using var background = new CancellationTokenSource();
        try
        {
            _agent.Identity = AgentIdentity.Create(_parts.Options);
            Board.Set(status => status with { Name = _agent.Name });
            using var nameLock = AgentLock.Take(_parts.Options.StateFolder, _agent.Name);
            using var formerLock = TakeFormerNames();
            using var registration = cancellationToken.UnsafeRegister(_ => Leave("lets go of its jobs"), null);
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
            _bound = _parts.Time.CreateTimer(
                _ => Leave("could not end its jobs in time, and lets go of them"),
                null,
                _parts.Options.StoppedRunTimeout + CancelBound,
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
        await using var health = Health.HealthEndpoint.Start(_parts.Options.HealthPort, Board);
        Board.Set(status => status with { HealthPort = health?.Port });
        Task[] helpers = [];
        try
        {
            await _presence.ClaimAsync(_stop.NoMore.Token).ConfigureAwait(false);
            await FindGpusAsync().ConfigureAwait(false);
            var changes = await _agent.OutageRetry.BackendAsync(_parts.Backend.SubscribeAsync, _stop.NoMore.Token).ConfigureAwait(false);
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
                    string.Join(", ", _parts.Options.Queues),
                    _parts.Backend.Description,
                    _parts.Options.MaxJobs
                );
                await new JobTaking(_agent, _jobs, _wake, _stop.NoMore.Token).RunAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.NoMore.IsCancellationRequested)
        {
            // It was told to end before it had begun: what an earlier one left is the next one's.
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
            return _agent.Identity.FormerNames is [var former] ? AgentLock.Take(_parts.Options.StateFolder, former) : null;
        }
        catch (AgentNameInUseException)
        {
            _agent.Identity = _agent.Identity with { FormerNames = [] };
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
        IReadOnlyList<GpuDevice>? devices = _parts.Options.GpuDevices is { } given
            ? [.. given.Select(static id => new GpuDevice(id))]
            : null;
        if (devices is null && await _agent.OutageRetry.EngineAsync(_parts.Host.IsLocalAsync, _stop.NoMore.Token).ConfigureAwait(false))
        {
            devices = await GpuDevices.FindAsync(Environment.GetEnvironmentVariable, _parts.Time, _stop.NoMore.Token).ConfigureAwait(false);
        }

        _agent.Gpus = devices is null ? null : new GpuPool(devices);
        Board.Set(status => status with { Gpus = _agent.Gpus?.Status ?? [] });
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
                    await Task.Delay(PauseAfterLostChanges, _parts.Time, cancellationToken).ConfigureAwait(false);
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
        _parts.Logger.Phase(message);
    }
}
