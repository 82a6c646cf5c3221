using System.Text;
using LaunchSdk.Problems;

namespace LaunchSdk.Shells;

/// <summary>
/// Quoting of PowerShell (about_Quoting_Rules): single quotes keep everything; a quote character is doubled, typographic ones too.
/// What is no visible character stands as `u{...} in double quotes.
/// </summary>
internal static class PowerShellQuoting
{
    private const string DoubleQuotes = "\"\u201c\u201d\u201e";
    private const string SingleQuotes = "'\u2018\u2019\u201a\u201b";

    /// <summary>The word as PowerShell has to read it.</summary>
    public static string Quote(string argument)
    {
        if (PrintableText.Block(argument) != argument || argument.Contains('\n', StringComparison.Ordinal))
        {
            return "\"" + string.Concat(argument.EnumerateRunes().Select(Escape)) + "\"";
        }

        return argument.Length > 0 && argument.All(IsPlain) && !argument.StartsWith('-') || IsPlainOption(argument)
            ? argument
            : "'"
                + string.Concat(argument.Select(c => SingleQuotes.Contains(c, StringComparison.Ordinal) ? $"{c}{c}" : c.ToString()))
                + "'";
    }

    private static string Escape(Rune rune)
    {
        var text = rune.ToString();
        return (DoubleQuotes + "`$#:").Contains(text, StringComparison.Ordinal) || PrintableText.Line(text) != text
            ? $"`u{{{rune.Value:x}}}"
            : text;
    }

    // --name is passed on as it is; -p:x and the like would be taken apart.
    private static bool IsPlainOption(string argument) =>
        argument.Length > 1
        && argument[0] == '-'
        && argument.AsSpan(1).TrimStart('-').Length > 0
        && argument.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '=');

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '\\' or '=' or '+';
}
