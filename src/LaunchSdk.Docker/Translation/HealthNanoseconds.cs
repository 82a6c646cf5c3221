namespace LaunchSdk.Docker.Translation;

/// <summary>The exact durations of a health check, in nanoseconds.</summary>
internal sealed record HealthNanoseconds(long Interval, long Timeout, long StartPeriod, long StartInterval)
{
    /// <summary>Whether a TimeSpan holds all of them without loss.</summary>
    public bool AreWholeTicks =>
        Interval % TimeSpan.NanosecondsPerTick == 0
        && Timeout % TimeSpan.NanosecondsPerTick == 0
        && StartPeriod % TimeSpan.NanosecondsPerTick == 0
        && StartInterval % TimeSpan.NanosecondsPerTick == 0;
}
