using System.Globalization;

namespace LaunchSdk.Docker.Containers;

/// <summary>The engine's clock in its answers.</summary>
internal static class EngineTime
{
    private const long NanosecondsPerTick = TimeSpan.NanosecondsPerTick;

    public static DateTimeOffset FromNanoseconds(long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / NanosecondsPerTick);

    /// <summary>An ISO 8601 time with up to nine digits of a second; null for the engine's "never".</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        // .NET reads seven digits of a second.
        if (text is not null && text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
        {
            var end = dot + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            text = string.Concat(text.AsSpan(0, Math.Min(end, dot + 8)), text.AsSpan(end));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year > 1
            ? time
            : null;
    }
}
