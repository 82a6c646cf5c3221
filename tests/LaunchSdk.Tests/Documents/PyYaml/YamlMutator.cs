using System.Text;
using System.Text.RegularExpressions;
using LaunchSdk.Testing;

namespace LaunchSdk.Tests.Documents.PyYaml;

/// <summary>YAML that people write, and texts a few characters away from it.</summary>
internal sealed partial class YamlMutator(Random random)
{
    private const int MostCharacters = 400;

    private static readonly string[] Pieces =
    [
        "a",
        "key",
        ":",
        ": ",
        "- ",
        "-",
        "\n",
        "\n  ",
        "\n\t",
        "\r\n",
        " ",
        "\t",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\"",
        "'",
        "\\",
        "&a ",
        "*a",
        "!",
        "!!str ",
        "|",
        ">",
        "|2",
        "|+",
        ">-",
        "\n---\n",
        "\n...\n",
        "? ",
        "#",
        " #",
        "%YAML 1.2\n",
        "<<",
        "{{x}}",
        "~",
        "1",
        "\"a\":",
        "\"a\"",
        "'b'",
        ":x",
        "::",
        " :",
        "{a}",
        "[b]",
        "@",
        "`",
        "%",
        "\n- ",
        "\n ",
        "\n\n",
        "true",
        "\"\"",
        "-\t",
        ":\t",
        "x#y",
        "x: #c",
        "\\u00e9",
        "\\x41",
        "\\\n",
        "''",
        "1e3",
        "0x1F",
        ".",
        "---",
    ];

    private static readonly string[] Known = [.. Corpus().Where(static text => text.Length <= MostCharacters)];

    /// <summary>Every text that is known, unchanged.</summary>
    public static IEnumerable<string> Corpus() =>
        [
            .. File.ReadAllText(Repository.Combine("tests", "Fixtures", "yaml", "constructs.txt")).Split("\n=====\n"),
            .. YamlFiles("tests", "Fixtures", "configs"),
            .. YamlFiles("samples"),
            .. YamlBlock().Matches(File.ReadAllText(Repository.Combine("README.md"))).Select(static match => match.Groups[1].Value),
        ];

    private static IEnumerable<string> YamlFiles(params string[] folder) =>
        Directory
            .EnumerateFiles(Repository.Combine(folder), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText);

    /// <summary>A text near one of them, or of their pieces.</summary>
    public string Next()
    {
        if (random.Next(4) == 0)
        {
            return string.Concat(Enumerable.Range(0, random.Next(1, 10)).Select(_ => Piece()));
        }

        var text = Known[random.Next(Known.Length)];
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            text = Change(text);
        }

        // Half a character of two is no text that a file can hold.
        return text.EnumerateRunes().Contains(Rune.ReplacementChar) ? Next() : text;
    }

    private string Change(string text)
    {
        var at = random.Next(text.Length + 1);
        var removed = Math.Min(random.Next(1, 4), text.Length - at);
        return random.Next(4) switch
        {
            0 => text.Remove(at, removed),
            1 => text.Remove(at, removed).Insert(at, Piece()),
            _ => text.Insert(at, Piece()),
        };
    }

    private string Piece() => Pieces[random.Next(Pieces.Length)];

    [GeneratedRegex("```ya?ml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock();
}
