using System.Globalization;

namespace LaunchSdk.Cli.Output;

/// <summary>Times in tables.</summary>
internal static class PlainTime
{
    /// <summary>UTC, to the second: <c>2026-08-30 14:03:59Z</c>.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
