namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Whether an engine's events are worth another try. After junk, and after streams that ended at once again and again, they are left alone
/// for a minute;
/// ends are learned by other ways meanwhile.
/// </summary>
internal sealed class EventsTrust(TimeProvider timeProvider)
{
    private const int MostShortStreams = 3;

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private long? _lostAt;
    private int _shortStreams;

    /// <summary>Whether the events may be asked for.</summary>
    public bool IsGiven
    {
        get
        {
            lock (_lock)
            {
                return _lostAt is not { } lost || timeProvider.GetElapsedTime(lost) >= Pause;
            }
        }
    }

    /// <summary>What came is no stream of events.</summary>
    public void Lose()
    {
        lock (_lock)
        {
            _lostAt = timeProvider.GetTimestamp();
            _shortStreams = 0;
        }
    }

    /// <summary>A stream has ended.</summary>
    /// <param name="length">How long it was.</param>
    public void NoteEnd(TimeSpan length)
    {
        lock (_lock)
        {
            _shortStreams = length < Short ? _shortStreams + 1 : 0;
            if (_shortStreams >= MostShortStreams)
            {
                Lose();
            }
        }
    }
}
