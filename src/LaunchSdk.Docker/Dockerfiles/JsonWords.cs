using System.Text;
using System.Text.Json;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Docker's exec form: words as a JSON array on one line.</summary>
internal static class JsonWords
{
    private const char FirstPrintable = ' ';
    private const char LastPrintable = '~';

    /// <summary>Writes words. Outside of printable ASCII, and where a here-document could seem to begin, characters are escapes.</summary>
    public static string Write(IEnumerable<string> words) => "[" + string.Join(", ", words.Select(Quote)) + "]";

    /// <summary>Reads words; null where the text is anything else.</summary>
    public static IReadOnlyList<string>? Read(string text)
    {
        if (!text.StartsWith('['))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var items = document.RootElement.EnumerateArray().ToList();
            return items.TrueForAll(static item => item.ValueKind == JsonValueKind.String)
                ? [.. items.Select(static item => item.GetString()!)]
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Docker takes it for a shell command.
            return null;
        }
    }

    private static string Quote(string given)
    {
        // Half a surrogate pair is no character: it becomes what docker would make of it.
        var word = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(given));
        var text = new StringBuilder("\"");
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var isHeredoc = c == '<' && i > 0 && word[i - 1] == '<';
            _ =
                c is '"' or '\\' ? text.Append('\\').Append(c)
                : c is >= FirstPrintable and <= LastPrintable && !isHeredoc ? text.Append(c)
                : text.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.Append('"').ToString();
    }
}
