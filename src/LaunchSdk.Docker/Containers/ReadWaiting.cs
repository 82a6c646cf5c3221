namespace LaunchSdk.Docker.Containers;

/// <summary>How long a thread has been waiting for the next bytes of a stream. One whose receiver takes its time is not waiting.</summary>
internal sealed class ReadWaiting(TimeProvider timeProvider)
{
    private const long NotWaiting = long.MinValue;

    private long _since = timeProvider.GetTimestamp();

    /// <summary>The time; zero where it does not wait.</summary>
    public TimeSpan Length =>
        Volatile.Read(ref _since) is not NotWaiting and var since ? timeProvider.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>A read begins.</summary>
    public void Begin() => Volatile.Write(ref _since, timeProvider.GetTimestamp());

    /// <summary>A read has ended.</summary>
    public void End() => Volatile.Write(ref _since, NotWaiting);
}
