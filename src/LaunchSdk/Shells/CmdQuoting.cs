using System.Text;
using LaunchSdk.Problems;

namespace LaunchSdk.Shells;

/// <summary>
/// Quoting for cmd.exe: double quotes by the rules of the Microsoft C runtime (a backslash counts only before a quote), then a caret
/// before each character that cmd itself would act on.
/// </summary>
internal static class CmdQuoting
{
    /// <summary>The word as cmd and the program behind it have to read it.</summary>
    /// <exception cref="ArgumentException">The argument holds a line break, which ends a cmd line, or another character that cmd
    /// cannot write visibly.</exception>
    public static string Quote(string argument)
    {
        foreach (var rune in argument.EnumerateRunes())
        {
            if (PrintableText.Line(rune.ToString()) != rune.ToString())
            {
                throw new ArgumentException(
                    $"cmd has no way to write the character U+{rune.Value:X4} of an argument: choose another shell, "
                        + $"or the arguments as JSON"
                );
            }
        }

        return argument.Length > 0 && argument.All(IsPlain) ? argument : Escape(Wrap(argument));
    }

    private static string Wrap(string argument)
    {
        var result = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '"')
            {
                result.Append('\\', backslashes + 1);
            }

            backslashes = c == '\\' ? backslashes + 1 : 0;
            result.Append(c);
        }

        return result.Append('\\', backslashes).Append('"').ToString();
    }

    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if ("()%!^\"<>&|#".Contains(c, StringComparison.Ordinal))
            {
                result.Append('^');
            }

            result.Append(c);
        }

        return result.ToString();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '\\' or '+' or '@';
}
