using System.Text;
using LaunchSdk.Problems;

namespace LaunchSdk.Shells;

/// <summary>
/// Quoting of POSIX shells (Shell Command Language, 2.2): single quotes keep everything but themselves. What is no visible character
/// is written by printf
/// with octal escapes, because dash and other shells do not know <c>$'...'</c>.
/// </summary>
internal static class PosixQuoting
{
    // Command substitution drops line breaks at the end. IFS is space, tab and line break in every shell that starts.
    private const string LineBreak = "\"${IFS#??}\"";

    /// <summary>The word as the shell has to read it, in one line of visible characters.</summary>
    public static string Quote(string argument)
    {
        if (argument.Length > 0 && argument.All(IsPlain))
        {
            return argument;
        }

        if (PrintableText.Block(argument) == argument && !argument.Contains('\n', StringComparison.Ordinal))
        {
            return "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
        }

        var text = argument.TrimEnd('\n');
        var end = string.Concat(Enumerable.Repeat(LineBreak, argument.Length - text.Length));
        return text.Length == 0 ? end : $"\"$(printf '{Format(text)}')\"{end}";
    }

    // A format of printf in single quotes: % and \ are its own, and a dash in front would be an option.
    private static string Format(string text)
    {
        var format = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = rune.ToString();
            format.Append(
                shown switch
                {
                    "'" => "'\\''",
                    "%" => "%%",
                    "\\" => "\\\\",
                    "-" when format.Length == 0 => "\\055",
                    "#" or ":" => Octal(shown),
                    _ when PrintableText.Line(shown) != shown => Octal(shown),
                    _ => shown,
                }
            );
        }

        return format.ToString();
    }

    private static string Octal(string text) =>
        string.Concat(Encoding.UTF8.GetBytes(text).Select(static b => "\\" + Convert.ToString(b, 8).PadLeft(3, '0')));

    private static bool IsPlain(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or ',' or '=' or '@' or '+' or '%';
}
