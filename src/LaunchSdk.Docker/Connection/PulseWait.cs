namespace LaunchSdk.Docker.Connection;

/// <summary>Something that waits for the engine, until disposed.</summary>
internal sealed class PulseWait : IDisposable
{
    private readonly EnginePulse _pulse;
    private readonly Action _giveUp;
    private readonly Func<bool>? _isWaiting;
    private readonly WaitBound _bound;
    private readonly ITimer? _timer;
    private volatile bool _isLost;
    private volatile bool _isOverdue;

    /// <param name="pulse">Watches the engine meanwhile.</param>
    /// <param name="giveUp">Ends the waiting.</param>
    /// <param name="isWaiting">Whether it waits at this moment; null for always.</param>
    /// <param name="bound">How long it may wait without progress, whatever the engine answers elsewhere.</param>
    /// <param name="timeProvider">The clock.</param>
    public PulseWait(EnginePulse pulse, Action giveUp, Func<bool>? isWaiting, WaitBound bound, TimeProvider timeProvider)
    {
        _pulse = pulse;
        _giveUp = giveUp;
        _isWaiting = isWaiting;
        _bound = bound;
        _timer =
            bound.Length == Timeout.InfiniteTimeSpan
                ? null
                : timeProvider.CreateTimer(
                    static wait => ((PulseWait)wait!).Expire(),
                    this,
                    LinkedDeadline.Limit(bound.Length),
                    Timeout.InfiniteTimeSpan
                );
    }

    /// <summary>Whether it was given up.</summary>
    public bool IsLost => _isLost;

    /// <summary>Whether the engine owes it something.</summary>
    public bool IsWaiting => _isWaiting?.Invoke() ?? true;

    /// <summary>There is progress: its bound begins anew.</summary>
    public void Renew() => _timer?.Change(LinkedDeadline.Limit(_bound.Length), Timeout.InfiniteTimeSpan);

    /// <summary>Ends the waiting: the engine does not answer.</summary>
    public void Lose()
    {
        _isLost = true;
        try
        {
            _giveUp();
        }
        catch (ObjectDisposedException)
        {
            // The answer came in this moment.
        }
    }

    /// <summary>The exception for what was given up.</summary>
    /// <param name="inner">How the waiting ended.</param>
    public EngineSilentException Explain(Exception inner) =>
        _isOverdue ? EngineSilentException.OfRequest(_bound, inner) : EngineSilentException.OfEngine(_pulse.Silence, inner);

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _pulse.End(this);
    }

    private void Expire()
    {
        _isOverdue = true;
        Lose();
    }
}
