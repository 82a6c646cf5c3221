using System.Globalization;
using System.Text;

namespace LaunchSdk.Problems;

/// <summary>
/// Text from outside, made harmless for terminals, logs and CI services: what is no visible character is written as an escape
/// (<c>\n</c>, <c>\u001b</c>),
/// and so is the first character of what CI services take for a command.
/// </summary>
internal static class PrintableText
{
    private static readonly string[] CiCommands = ["##[", "##vso["];

    /// <summary>The text as one line.</summary>
    public static string Line(string text) => Escape(text, isLine: true);

    /// <summary>The text as the one line of a message, without passwords in addresses.</summary>
    public static string Message(string text) => Line(AddressText.Hide(text));

    /// <summary>The first line of a text of several, as <see cref="Message"/>.</summary>
    public static string FirstLine(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        return Message(end < 0 ? text : text.Substring(0, end));
    }

    /// <summary>The text with its lines, of which none begins with what was not printable.</summary>
    public static string Block(string text) => Escape(text, isLine: false);

    /// <summary>
    /// Whether a character does something other than to show itself: controls, line ends, directions, what has no width, half a
    /// surrogate pair.
    /// </summary>
    public static bool IsHarmful(char c)
    {
        if (c < '\u007F')
        {
            return c < ' ';
        }

        return c < '\u00A0' || IsHarmful(CharUnicodeInfo.GetUnicodeCategory(c)) || IsBlank(c);
    }

    private static bool IsHarmful(UnicodeCategory category) =>
        category
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    // Letters and marks that show nothing: fillers and joiners.
    private static bool IsBlank(char c) => c is '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u3164' or '\uFFA0';

    private static string Escape(string text, bool isLine)
    {
        StringBuilder? result = null;
        var written = 0;
        for (var i = 0; i < text.Length; )
        {
            var (length, isHarmful) = Look(text, i, isLine);
            if (isHarmful)
            {
                result ??= new StringBuilder(text.Length + 16);
                result.Append(text, written, i - written);
                for (var j = i; j < i + length; j++)
                {
                    AppendEscape(result, text[j]);
                }

                written = i + length;
            }

            i += length;
        }

        return result is null ? text : result.Append(text, written, text.Length - written).ToString();
    }

    private static (int Length, bool IsHarmful) Look(string text, int i, bool isLine)
    {
        var c = text[i];
        if (c is '#' or ':')
        {
            return (1, IsCiCommand(text, i, isLine));
        }

        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            return (2, IsHarmful(CharUnicodeInfo.GetUnicodeCategory(text, i)));
        }

        return (1, IsHarmful(c) && (isLine || c != '\n'));
    }

    // GitHub takes a line that begins with :: for a command, Azure and older GitHub ##[ and ##vso[ anywhere.
    private static bool IsCiCommand(string text, int i, bool isLine) =>
        text[i] == '#'
            ? Array.Exists(CiCommands, command => string.CompareOrdinal(text, i, command, 0, command.Length) == 0)
            : isLine && i + 1 < text.Length && text[i + 1] == ':' && string.IsNullOrWhiteSpace(text.Substring(0, i));

    private static void AppendEscape(StringBuilder result, char c)
    {
        switch (c)
        {
            case '\n':
                result.Append("\\n");
                break;
            case '\r':
                result.Append("\\r");
                break;
            case '\t':
                result.Append("\\t");
                break;
            default:
                result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
