namespace LaunchSdk.Docker.Contexts;

/// <summary>What Go's <c>filepath.Match</c> accepts as a pattern.</summary>
internal static class GlobSyntax
{
    public static bool IsValid(string pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '\\' && ++at == pattern.Length)
            {
                return false;
            }

            if (pattern[at] == '[' && (at == 0 || !IsEscaped(pattern, at)) && !TrySkipClass(pattern, ref at))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsEscaped(string pattern, int at)
    {
        var backslashes = 0;
        while (backslashes < at && pattern[at - 1 - backslashes] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    // Leaves the position at the closing bracket. A class has at least one range, and the ends of a range are characters.
    private static bool TrySkipClass(string pattern, ref int at)
    {
        at++;
        at += at < pattern.Length && pattern[at] == '^' ? 1 : 0;
        for (var ranges = 0; ; ranges++)
        {
            if (at < pattern.Length && pattern[at] == ']' && ranges > 0)
            {
                return true;
            }

            if (!TrySkipCharacter(pattern, ref at))
            {
                return false;
            }

            if (pattern[at] == '-')
            {
                at++;
                if (!TrySkipCharacter(pattern, ref at))
                {
                    return false;
                }
            }
        }
    }

    private static bool TrySkipCharacter(string pattern, ref int at)
    {
        if (at >= pattern.Length || pattern[at] is '-' or ']')
        {
            return false;
        }

        at += pattern[at] == '\\' ? 2 : 1;
        return at < pattern.Length;
    }
}
