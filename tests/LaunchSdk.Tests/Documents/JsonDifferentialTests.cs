using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace LaunchSdk.Tests.Documents;

/// <summary>System.Text.Json as the judge of what JSON is.</summary>
public sealed class JsonDifferentialTests
{
    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"b\"",
        "\"\\n\"",
        "\"\\u00e9\"",
        "\"\\x\"",
        "\"",
        "'",
        "1",
        "-1",
        "0.5",
        "1e9",
        "01",
        "-",
        ".",
        "true",
        "false",
        "null",
        "tru",
        " ",
        "\n",
        "\t",
        "//",
        "/*",
        "*/",
        "#",
        "\\",
        "NaN",
        "\u00e9",
        "\uFEFF",
        "{\"k\":",
        "[1,",
        "]}",
        "{{x}}",
        "${x}",
    ];

    [Property(MaxTest = 3000, Arbitrary = [typeof(JsonDifferentialTests)])]
    public void Both_accept_and_refuse_the_same_texts(JsonPieces pieces)
    {
        var document = DocumentText.Json(pieces.Text);
        var expected = Judge(pieces.Text);

        var isAccepted = document.Problems.All(static problem => problem.Rule.Id == "LSDK0002");
        Assert.Equal(expected is not null, isAccepted);
        if (expected is not null)
        {
            Assert.Equal(expected, document.Root.Show());
        }
    }

    public static Arbitrary<JsonPieces> Texts() =>
        Gen.Elements(Pieces).ListOf().Select(static list => new JsonPieces(string.Concat(list))).ToArbitrary();

    private static string? Judge(string text)
    {
        try
        {
            using var parsed = JsonDocument.Parse(
                Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF') is var trimmed && text.Length - trimmed.Length == 1 ? trimmed : text)
            );
            return Show(parsed.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Show(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => "n" + element.GetRawText(),
            JsonValueKind.String => $"s\"{element.GetString()}\"",
            JsonValueKind.Array => $"[{string.Join(", ", element.EnumerateArray().Select(Show))}]",
            _ => $"{{{string.Join(", ", element.EnumerateObject().Select(static member => $"{member.Name}: {Show(member.Value)}"))}}}",
        };

    public sealed record JsonPieces(string Text);
}
