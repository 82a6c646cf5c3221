namespace LaunchSdk.Docker.Connection;

/// <summary>Something that waits for the engine, until disposed.</summary>
/// <param name="pulse">Watches the engine meanwhile.</param>
/// <param name="giveUp">Ends the waiting.</param>
/// <param name="isWaiting">Whether it waits at this moment; null for always.</param>
internal sealed class PulseWait(EnginePulse pulse, Action giveUp, Func<bool>? isWaiting) : IDisposable
{
    private volatile bool _isLost;

    /// <summary>Whether it was given up.</summary>
    public bool IsLost => _isLost;

    /// <summary>Whether the engine owes it something.</summary>
    public bool IsWaiting => isWaiting?.Invoke() ?? true;

    /// <summary>Ends the waiting: the engine does not answer.</summary>
    public void Lose()
    {
        _isLost = true;
        try
        {
            giveUp();
        }
        catch (ObjectDisposedException)
        {
            // The answer came in this moment.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => pulse.End(this);
}
