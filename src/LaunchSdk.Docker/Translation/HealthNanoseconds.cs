namespace LaunchSdk.Docker.Translation;

/// <summary>The exact durations of a health check, in nanoseconds.</summary>
internal sealed record HealthNanoseconds(long Interval, long Timeout, long StartPeriod, long StartInterval);
