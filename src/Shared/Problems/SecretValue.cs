namespace LaunchSdk.Problems;

/// <summary>Values of options that may hold a secret, as they may be shown: <c>NAME=***</c>.</summary>
internal static class SecretValue
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Hidden = "***";

    /// <summary>The value without its secret. A name alone, a path and a template are none.</summary>
    public static string Show(string text)
    {
        var start = SecretStart(text);
        return start < 0 ? text : text.Substring(0, start) + Hidden;
    }

    /// <summary>Where the secret begins; -1 where there is none.</summary>
    public static int SecretStart(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' or '/'))
        {
            end++;
        }

        var isPath = text.IndexOf('=') < 0 && text.Length > 0 && text[0] is '/' or '.' or '~' or '$';
        var isWhole = end == text.Length || isPath;
        return isWhole || IsTemplateFrom(text, end + 1) ? -1 : end + 1;
    }

    /// <summary>The text without its macros and template variables, whose names are no secrets.</summary>
    public static string WithoutTemplates(string text)
    {
        for (var start = text.IndexOf('{'); start >= 0; start = text.IndexOf('{', start))
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
            {
                break;
            }

            while (end + 1 < text.Length && text[end + 1] == '}')
            {
                end++;
            }

            var from = start > 0 && text[start - 1] == '$' ? start - 1 : start;
            text = text.Substring(0, from) + text.Substring(end + 1);
            start = from;
        }

        return text;
    }

    private static bool IsTemplateFrom(string text, int start) =>
        start >= text.Length || WithoutTemplates(text.Substring(start)).Length == 0;
}
