namespace LaunchSdk.Values;

/// <summary>The comma that much of the world writes where docker wants a point.</summary>
internal static class DecimalComma
{
    /// <summary>The text with a point for its comma; unchanged where the comma may group thousands (<c>1,000</c>).</summary>
    public static string Replace(string text)
    {
        var comma = text.IndexOf(',');
        var decimals = 0;
        while (comma >= 0 && comma + decimals + 1 < text.Length && GoText.IsDigit(text[comma + decimals + 1]))
        {
            decimals++;
        }

        return decimals == 3 ? text : text.Replace(',', '.');
    }
}
