namespace LaunchSdk.Values;

/// <summary>Names of the Container Device Interface: <c>vendor/class=device</c>, such as <c>nvidia.com/gpu=all</c>.</summary>
internal static class CdiName
{
    /// <summary>
    /// Whether docker takes the text for such a name. <paramref name="isTooShort"/> says that the vendor or class is a single letter,
    /// at which the parser in docker 28.2 fails.
    /// </summary>
    public static bool IsName(string text, out bool isTooShort)
    {
        isTooShort = false;
        var sign = text.IndexOf('=');
        var slash = text.IndexOf('/');
        if (slash <= 0 || sign <= slash + 1 || sign == text.Length - 1)
        {
            return false;
        }

        if (!IsKind(text, 0, slash, ref isTooShort) || !IsKind(text, slash + 1, sign, ref isTooShort))
        {
            return false;
        }

        return IsAlphanumeric(text[sign + 1])
            && IsAlphanumeric(text[text.Length - 1])
            && AreAll(text, sign + 1, text.Length, static c => IsAlphanumeric(c) || c is '_' or '-' or '.' or ':');
    }

    private static bool IsKind(string text, int start, int end, ref bool isTooShort)
    {
        if (!GoText.IsLetter(text[start]))
        {
            return false;
        }

        isTooShort = end - start == 1;
        return !isTooShort
            && IsAlphanumeric(text[end - 1])
            && AreAll(text, start, end, static c => IsAlphanumeric(c) || c is '_' or '-' or '.');
    }

    private static bool AreAll(string text, int start, int end, Func<char, bool> isAllowed)
    {
        for (var i = start; i < end; i++)
        {
            if (!isAllowed(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAlphanumeric(char c) => GoText.IsLetter(c) || GoText.IsDigit(c);
}
