using System.Text;

namespace LaunchSdk.Generators;

/// <summary>Text as it may stand in XML, on one line: a line end inside it would end a documentation comment and begin code.</summary>
internal static class XmlText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\u0085' or '\u2028' or '\u2029' => escaped.Append(' '),
                _ => escaped.Append(char.IsControl(character) ? ' ' : character),
            };
        }

        return escaped.ToString();
    }
}
