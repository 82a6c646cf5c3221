using System.Globalization;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// What the engine tells of one container's end: by its events, or where they were interrupted by what it knows afterwards.
/// </summary>
internal sealed class ContainerWatch : IDisposable
{
    private readonly TaskCompletionSource<EngineExit> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _removed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _notWanted = new();
    private readonly DockerEngine _engine;
    private readonly DateTimeOffset _since;
    private int _interruptions;

    /// <param name="engine">The container's engine.</param>
    /// <param name="id">The container.</param>
    /// <param name="autoRemove">Whether the engine removes it after its end.</param>
    /// <param name="reconnectTime">How long a lost engine is looked for.</param>
    /// <param name="since">When this life of the container began, by the engine's clock: ends before it are others'.</param>
    public ContainerWatch(DockerEngine engine, string id, bool autoRemove, TimeSpan reconnectTime, DateTimeOffset since = default)
    {
        _engine = engine;
        _since = since;
        Id = id;
        AutoRemove = autoRemove;
        ReconnectTime = reconnectTime;
        Observe(_exited.Task);
        Observe(_removed.Task);
        engine.Events.Add(this);
    }

    public string Id { get; }

    public bool AutoRemove { get; }

    public TimeSpan ReconnectTime { get; }

    /// <summary>The end of the first process. Fails when it cannot be learnt any more.</summary>
    public Task<EngineExit> Exited => _exited.Task;

    /// <summary>The removal; without automatic removal it comes with the exit.</summary>
    public Task Removed => _removed.Task;

    /// <summary>Ends when the connection to the engine broke for the first time.</summary>
    public Task Interrupted => _interrupted.Task;

    /// <summary>When the engine started it; null until it told.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Whether the kernel killed one of its processes because its memory was used up.</summary>
    public bool OutOfMemory { get; private set; }

    /// <summary>A request that waits for the end; null where events tell of it.</summary>
    public Task? Waiting { get; set; }

    /// <summary>How many of such requests failed.</summary>
    public int FailedWaits { get; set; }

    /// <summary>Whether nothing more can come.</summary>
    public bool IsOver => _exited.Task.IsCompleted && _removed.Task.IsCompleted;

    /// <summary>Cancelled when nobody watches any more.</summary>
    public CancellationToken NotWanted => _notWanted.Token;

    public void OnEvent(EngineEvent notice)
    {
        var at = EngineTime.FromNanoseconds(notice.TimeNano);
        switch (notice.Action)
        {
            case "start" when at >= _since:
                StartedAt ??= at;
                break;
            case "oom" when at >= _since:
                OutOfMemory = true;
                break;
            case "die"
                when at >= _since
                    && int.TryParse(
                        notice.Actor!.Attributes?.GetValueOrDefault("exitCode"),
                        NumberStyles.Integer,
                        CultureInfo.InvariantCulture,
                        out var code
                    ):
                Exit(new EngineExit(code, at));
                break;
            case "destroy":
                Gone();
                break;
        }
    }

    /// <summary>The exit, from whichever source told it first.</summary>
    public void Exit(EngineExit exit)
    {
        _exited.TrySetResult(exit);
        if (!AutoRemove)
        {
            _removed.TrySetResult();
        }

        LeaveIfOver();
    }

    /// <summary>What an inspection found of a container that has ended.</summary>
    public void Exit(InspectState state, DateTimeOffset now)
    {
        OutOfMemory |= state.OutOfMemory;
        StartedAt ??= EngineTime.Parse(state.StartedAt);
        Exit(new EngineExit((int)state.ExitCode, EngineTime.Parse(state.FinishedAt) ?? now));
    }

    /// <summary>What an inspection found of its memory.</summary>
    public void NoteMemory(InspectState state) => OutOfMemory |= state.OutOfMemory;

    /// <summary>The container is not there any more.</summary>
    public void Gone()
    {
        _exited.TrySetException(new ContainerLostException(Id));
        _removed.TrySetResult();
        LeaveIfOver();
    }

    /// <summary>Nothing can be learnt any more.</summary>
    public void Fail(Exception failure)
    {
        _exited.TrySetException(failure);
        _removed.TrySetException(failure);
        LeaveIfOver();
    }

    /// <summary>The stream of events broke off.</summary>
    public void OnInterrupted()
    {
        _interrupted.TrySetResult();
        if (!IsOver && Interlocked.Increment(ref _interruptions) == 1)
        {
            _ = RecoverAsync();
        }
    }

    /// <summary>Nobody watches any more: what is not known yet is cancelled.</summary>
    public void Dispose()
    {
        _exited.TrySetCanceled();
        _removed.TrySetCanceled();
        _engine.Events.Remove(this);
        _notWanted.Cancel();
    }

    private static void Observe(Task task) =>
        task.ContinueWith(
            static ended => ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );

    private void LeaveIfOver()
    {
        if (IsOver)
        {
            _engine.Events.Remove(this);
        }
    }

    private async Task RecoverAsync()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _interruptions);
            await new ContainerRecovery(_engine, this).RunAsync().ConfigureAwait(false);
        } while (Interlocked.CompareExchange(ref _interruptions, 0, seen) != seen);
    }
}
