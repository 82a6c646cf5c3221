using System.Globalization;
using System.Text;

namespace LaunchSdk.Values;

/// <summary>
/// What a refused duration was probably meant to be: a number without a unit is seconds, days become hours, words become units.
/// </summary>
internal static class DurationSuggestion
{
    /// <summary>The duration as Go writes it; null when the text has no clear meaning.</summary>
    public static string? Find(string text)
    {
        var trimmed = DecimalComma.Replace(GoText.TrimSpace(text).Replace("_", string.Empty));
        if (trimmed.IndexOf(':') > 0)
        {
            return
                TimeSpan.TryParse(trimmed, CultureInfo.InvariantCulture, out var span)
                && span >= TimeSpan.Zero
                && span.Ticks <= long.MaxValue / 100
                ? DockerDuration.From(span).Text
                : null;
        }

        var meant = new StringBuilder();
        for (var index = 0; index < trimmed.Length; )
        {
            var number = Take(trimmed, ref index, static c => GoText.IsDigit(c) || c == '.');
            Take(trimmed, ref index, static c => c == ' ');
            var unit = Take(trimmed, ref index, static c => !GoText.IsDigit(c) && c is not ('.' or ' '));
            Take(trimmed, ref index, static c => c == ' ');
            if (number.Length == 0 || Rewrite(number, unit) is not { } part)
            {
                return null;
            }

            meant.Append(part);
        }

        var suggestion = meant.ToString();
        return DurationSyntax.TryParse(suggestion, out var nanoseconds) && nanoseconds >= 0 ? suggestion : null;
    }

    private static string? Rewrite(string number, string unit)
    {
        var (name, hours) = unit.ToLowerInvariant() switch
        {
            "" or "s" or "sec" or "secs" or "second" or "seconds" => ("s", 0),
            "m" or "min" or "mins" or "minute" or "minutes" => ("m", 0),
            "h" or "hr" or "hrs" or "hour" or "hours" => ("h", 0),
            "ms" or "msec" or "millis" or "millisecond" or "milliseconds" => ("ms", 0),
            "us" or "\u00b5s" or "\u03bcs" or "microsecond" or "microseconds" => ("us", 0),
            "ns" or "nanosecond" or "nanoseconds" => ("ns", 0),
            "d" or "day" or "days" => ("h", 24),
            "w" or "week" or "weeks" => ("h", 168),
            _ => (string.Empty, 0),
        };
        if (hours == 0)
        {
            return name.Length == 0 ? null : number + name;
        }

        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count < 1_000_000
            ? (count * hours).ToString("0.######", CultureInfo.InvariantCulture) + name
            : null;
    }

    private static string Take(string text, ref int index, Func<char, bool> belongs)
    {
        var start = index;
        while (index < text.Length && belongs(text[index]))
        {
            index++;
        }

        return text.Substring(start, index - start);
    }
}
