using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>
/// What a refused integer was probably meant to be: <c>1.0</c>, <c>08</c>, <c>+5</c>, <c>1,000</c> and <c>1e3</c> are clear.
/// </summary>
internal static class IntegerSuggestion
{
    /// <summary>The first rewriting that is accepted; null when none is.</summary>
    public static string? Find(string text, Func<string, bool> isAccepted)
    {
        var trimmed = GoText.TrimSpace(text);
        var plain = trimmed.Replace(",", string.Empty).Replace("_", string.Empty).Replace(" ", string.Empty).TrimStart('+');
        var decimals = plain.TrimStart('0');
        foreach (var candidate in new[] { trimmed, plain, decimals, WholeNumber(plain) })
        {
            if (candidate is { Length: > 0 } && isAccepted(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string? WholeNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1e15
        && Math.Floor(number) == number
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : null;
}
