namespace LaunchSdk.Docker.Connection;

/// <summary>
/// Asks the engine now and then whether it is there, while a request or a stream waits for it: some requests take minutes, so how long one
/// takes says nothing. A ping that is not answered is reported; where several in a row are not, all that waits is given up.
/// </summary>
/// <param name="host">The engine's address.</param>
/// <param name="ping">Asks it; returns with the answer, whatever that is.</param>
/// <param name="progress">Gets what is reported; null for nobody.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class EnginePulse(
    string host,
    Func<CancellationToken, Task> ping,
    IProgress<EngineSilence>? progress,
    TimeProvider timeProvider
) : IDisposable
{
    private const int MostUnanswered = 5;

    // Together they are the time after which a silence is reported.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly HashSet<PulseWait> _waits = [];
    private readonly CancellationTokenSource _closed = new();
    private long _heard = timeProvider.GetTimestamp();
    private int _isSilent;
    private bool _isBeating;

    /// <summary>Begins to watch the engine for something that waits.</summary>
    /// <param name="giveUp">Ends the waiting.</param>
    /// <param name="isWaiting">Whether it waits at a moment; null for always.</param>
    /// <param name="bound">How long it may wait without progress although the engine answers; null for no bound.</param>
    /// <returns>Dispose of it when the waiting is over.</returns>
    public PulseWait Begin(Action giveUp, Func<bool>? isWaiting = null, WaitBound? bound = null)
    {
        var wait = new PulseWait(this, giveUp, isWaiting, bound ?? WaitBound.None, timeProvider);
        lock (_lock)
        {
            _waits.Add(wait);
            if (!_isBeating && !_closed.IsCancellationRequested)
            {
                _isBeating = true;
                // What came before says nothing of now.
                Volatile.Write(ref _heard, timeProvider.GetTimestamp());
                _ = BeatAsync();
            }
        }

        return wait;
    }

    /// <summary>Watches the engine while something is awaited.</summary>
    /// <param name="action">
    /// What is awaited, which gets what notes its progress; its token is cancelled with the other one, when the engine is silent, and
    /// when the
    /// bound is over.
    /// </param>
    /// <param name="bound">How long it may take without progress although the engine answers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineSilentException">The engine does not answer, or there was no progress.</exception>
    public async Task<T> WatchAsync<T>(
        Func<PulseWait, CancellationToken, Task<T>> action,
        WaitBound bound,
        CancellationToken cancellationToken
    )
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var wait = Begin(lost.Cancel, bound: bound);
        try
        {
            var result = await action(wait, lost.Token).ConfigureAwait(false);
            Hear();
            return result;
        }
        catch (Exception e) when (wait.IsLost && !cancellationToken.IsCancellationRequested)
        {
            throw wait.Explain(e);
        }
    }

    /// <summary>Something came from the engine.</summary>
    public void Hear()
    {
        var before = Interlocked.Exchange(ref _heard, timeProvider.GetTimestamp());
        if (Volatile.Read(ref _isSilent) != 0 && Interlocked.Exchange(ref _isSilent, 0) != 0)
        {
            Report(new EngineSilence(host, timeProvider.GetElapsedTime(before), IsOver: true));
        }
    }

    /// <summary>How long nothing has come from the engine.</summary>
    public TimeSpan Silence => timeProvider.GetElapsedTime(Volatile.Read(ref _heard));

    /// <summary>Something waits no longer.</summary>
    public void End(PulseWait wait)
    {
        lock (_lock)
        {
            _waits.Remove(wait);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _closed.Cancel();

    private async Task BeatAsync()
    {
        var unanswered = 0;
        try
        {
            while (TryGetWaits(out var waits))
            {
                var rest = unanswered > 0 ? TimeSpan.Zero : Quiet - Silence;
                if (rest > TimeSpan.Zero || !waits.Any(static wait => wait.IsWaiting))
                {
                    unanswered = 0;
                    await Task.Delay(rest > TimeSpan.Zero ? rest : Quiet, timeProvider, _closed.Token).ConfigureAwait(false);
                }
                else if (await AskAsync().ConfigureAwait(false))
                {
                    unanswered = 0;
                }
                else if (++unanswered == MostUnanswered)
                {
                    unanswered = 0;
                    waits.ForEach(static wait => wait.Lose());
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody uses the engine any more.
        }
    }

    // Without any, the beating is over until something waits again.
    private bool TryGetWaits(out List<PulseWait> waits)
    {
        lock (_lock)
        {
            waits = [.. _waits];
            _isBeating = waits.Count > 0;
            return _isBeating;
        }
    }

    private async Task<bool> AskAsync()
    {
        var before = Volatile.Read(ref _heard);
        using var deadline = new LinkedDeadline(AnswerTime, timeProvider, _closed.Token);
        try
        {
            await ping(deadline.Token).ConfigureAwait(false);
            Hear();
            return true;
        }
        catch (Exception e) when (e is DockerEngineException or OperationCanceledException)
        {
            // A refusal comes at once: the next question waits its time.
            await Task.Delay(Timeout.InfiniteTimeSpan, timeProvider, deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _closed.Token.ThrowIfCancellationRequested();
        }

        // A chunk of another stream is an answer as well.
        if (Volatile.Read(ref _heard) != before)
        {
            return true;
        }

        if (Interlocked.Exchange(ref _isSilent, 1) == 0)
        {
            Report(new EngineSilence(host, Silence, IsOver: false));
        }

        return false;
    }

    private void Report(EngineSilence silence)
    {
        try
        {
            progress?.Report(silence);
        }
        catch (Exception)
        {
            // Whoever gets the report changes nothing of what waits.
        }
    }
}
