namespace LaunchSdk.Docker;

/// <summary>
/// How long an engine may leave a request without an answer while it still answers pings. Each bound is for one kind of request; what
/// only waits for a
/// container (its exit, its output as it comes, the engine's events) has none, and a stop has the container's stop timeout.
/// <see cref="Timeout.InfiniteTimeSpan"/> takes a bound away.
/// </summary>
public sealed record EngineTimeouts
{
    /// <summary>
    /// For requests that an engine answers at once: looking at containers, images and the engine, signals, tags. Also for the beginning
    /// of answers that
    /// then wait. 2 minutes unless set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is zero or negative.</exception>
    public TimeSpan Request
    {
        get;
        init => field = Check(value);
    } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// For requests with which an engine works without saying how far it is: creating, starting and removing a container (copies of
    /// files, volumes over a
    /// network, devices, hooks), reading its log, asking a registry. 10 minutes unless set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is zero or negative.</exception>
    public TimeSpan Work
    {
        get;
        init => field = Check(value);
    } = TimeSpan.FromMinutes(10);

    /// <summary>How long a pull or a push may make no progress: nothing comes. 1 hour unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is zero or negative.</exception>
    public TimeSpan Transfer
    {
        get;
        init => field = Check(value);
    } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a build may print nothing, after its context has been sent. A step is silent for as long as its command is, hence 6 hours
    /// unless set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is zero or negative.</exception>
    public TimeSpan Build
    {
        get;
        init => field = Check(value);
    } = TimeSpan.FromHours(6);

    private static TimeSpan Check(TimeSpan value) =>
        value == Timeout.InfiniteTimeSpan || value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A timeout is positive, or Timeout.InfiniteTimeSpan for none.");
}
