namespace LaunchSdk.Values;

/// <summary>Booleans as Go's <c>strconv.ParseBool</c> reads them.</summary>
internal static class GoBool
{
    /// <summary>Reads <c>1 t T TRUE true True</c> and <c>0 f F FALSE false False</c>; nothing else.</summary>
    public static bool TryParse(string text, out bool value)
    {
        value = text is "1" or "t" or "T" or "TRUE" or "true" or "True";
        return value || text is "0" or "f" or "F" or "FALSE" or "false" or "False";
    }

    /// <summary>The boolean that other languages would see in the text, as Go writes it; null when none would.</summary>
    public static string? Guess(string text) =>
        text.Trim().ToLowerInvariant() switch
        {
            "yes" or "y" or "on" or "enabled" or "true" or "t" or "1" => "true",
            "no" or "n" or "off" or "disabled" or "false" or "f" or "0" => "false",
            _ => null,
        };
}
