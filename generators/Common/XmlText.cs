using System.Text;

namespace LaunchSdk.Generators;

/// <summary>
/// Text as it may stand in XML, on one line, with a space for what may not: a line end inside it would end a documentation comment and
/// begin code.
/// </summary>
internal static class XmlText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsSurrogatePair(text, i))
            {
                escaped.Append(character).Append(text[++i]);
                continue;
            }

            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' => escaped.Append(' '),
                _ => escaped.Append(char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character),
            };
        }

        return escaped.ToString();
    }
}
