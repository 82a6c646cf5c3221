using System.Globalization;
using System.Text;
using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>
/// Writes text in double quotes so that JSON and YAML read it alike: what people can read stays as it is, the rest is escaped.
/// </summary>
internal static class JsonText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2);
        AppendQuoted(quoted, text);
        return quoted.ToString();
    }

    /// <summary>Half a surrogate pair, which neither notation can hold, becomes U+FFFD.</summary>
    public static void AppendQuoted(StringBuilder target, string text)
    {
        target.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                target.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                target.Append('\uFFFD');
            }
            else if (NeedsEscape(c))
            {
                target.Append(Escape(c));
            }
            else
            {
                target.Append(c);
            }
        }

        target.Append('"');
    }

    public static string Escape(char c) =>
        c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        };

    /// <summary>What nobody sees, YAML 1.1's other line breaks, and what a YAML file may not hold as it is.</summary>
    private static bool NeedsEscape(char c) => c is '"' or '\\' or '\uFFFE' or '\uFFFF' || PrintableText.IsHarmful(c);
}
