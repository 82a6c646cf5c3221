using System.Text.Json;
using LaunchSdk.Cli.Failures;

namespace LaunchSdk.Cli.Input;

/// <summary>Reads an entry point: words between spaces, or a JSON array for words that have spaces or quotes in them.</summary>
internal static class EntryPointWords
{
    /// <summary>The words.</summary>
    /// <exception cref="InputException">It is neither.</exception>
    public static IReadOnlyList<string> Parse(string text)
    {
        if (text.StartsWith('['))
        {
            return ParseJson(text);
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 || text.AsSpan().IndexOfAny('"', '\'', '\\') >= 0 ? throw Refuse(text) : words;
    }

    private static List<string> ParseJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var words = document.RootElement.EnumerateArray().ToList();
            return words.Count > 0 && words.TrueForAll(static word => word.ValueKind == JsonValueKind.String)
                ? words.ConvertAll(static word => word.GetString()!)
                : throw Refuse(text);
        }
        catch (JsonException)
        {
            throw Refuse(text);
        }
    }

    private static InputException Refuse(string text) =>
        new(
            $"'{text}' is not an entry point (words between spaces without quotes, or a JSON array of texts): "
                + "write --entry-point 'python train.py' or --entry-point '[\"python\",\"my train.py\"]'"
        );
}
