using System.Text;
using System.Text.Json;

namespace LaunchSdk.Docker.Translation;

/// <summary>
/// Takes the white space out of JSON and keeps everything else to the letter: order, duplicate keys, number spelling, escapes.
/// </summary>
internal static class CompactJson
{
    /// <summary>The JSON without white space between tokens.</summary>
    /// <exception cref="JsonException">The bytes are not one JSON value.</exception>
    public static string Compact(byte[] json)
    {
        CheckSyntax(json);
        var result = new StringBuilder(json.Length);
        var inText = false;
        var text = Encoding.UTF8.GetString(json);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!inText && c is ' ' or '\t' or '\r' or '\n')
            {
                continue;
            }

            result.Append(c);
            if (inText && c == '\\')
            {
                result.Append(text[++i]);
            }
            else if (c == '"')
            {
                inText = !inText;
            }
        }

        return result.ToString();
    }

    private static void CheckSyntax(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1000 });
        while (reader.Read()) { }
    }
}
