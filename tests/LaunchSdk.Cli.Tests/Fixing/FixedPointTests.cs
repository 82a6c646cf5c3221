using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Testing;
using LaunchSdk.Validation.Edits;

namespace LaunchSdk.Cli.Tests.Fixing;

/// <summary>Fixing reaches its end in one run, whatever the file.</summary>
public sealed class FixedPointTests
{
    private const int Texts = 2_000;
    private const int MostCharacters = 3_000;

    private static readonly string[] Pieces =
    [
        "\n",
        "\t",
        " ",
        ":",
        ": ",
        ",",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        "- ",
        "#",
        " #",
        "x",
        "1",
        "&a ",
        "*a",
        "{{x}}",
        "${run_ide}",
        "memroy",
        "true",
        "|\n",
    ];

    [Fact]
    public void Fixing_a_mistaken_file_again_changes_nothing_and_no_fix_adds_an_error()
    {
        var (seed, repeat) = FuzzSeed.Take();
        var random = new Random(seed);
        var fixtures = ConfigFixture
            .All()
            .Select(row => row.Data)
            .Select(fixture => (fixture.Kind, fixture.FullPath, Text: File.ReadAllText(fixture.FullPath)))
            .Where(file => file.Text.Length < MostCharacters)
            .ToList();

        var fault = Enumerable
            .Range(0, Texts)
            .Select(_ => fixtures[random.Next(fixtures.Count)])
            .Select(file => FindFault(file.Kind, file.FullPath, Change(file.Text, random)))
            .OfType<string>()
            .FirstOrDefault();

        Assert.True(fault is null, $"{repeat}\n{fault}");
    }

    private static string? FindFault(string kind, string path, string text)
    {
        var before = Check(kind, path, text);
        var once = new ConfigFixer(changed => Check(kind, path, changed)).Fix(text);
        var twice = new ConfigFixer(changed => Check(kind, path, changed)).Fix(once.Text);
        var fault = (IsBroken(before), IsBroken(once.Remaining)) switch
        {
            (true, true) when once.Text != text => "one broken text became another",
            (false, true) => "the text is broken now",
            (false, false) when Errors(once.Remaining) > Errors(before) => "there are more errors",
            _ when twice.Text != once.Text => "the second run changed it again",
            _ => null,
        };
        return fault is null
            ? null
            : $"{fault}\n{text}\n=====\n{once.Text}\n=====\n{twice.Text}\n=====\n{string.Join('\n', once.Remaining)}";
    }

    private static string Change(string text, Random random)
    {
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            var at = random.Next(text.Length + 1);
            var line = text.Length == 0 ? 0 : text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found + 1 : text.Length;
            text = random.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at)),
                1 when line <= end => text.Insert(line, text[line..end]),
                _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text;
    }

    private static IReadOnlyList<Problem> Check(string kind, string path, string text)
    {
        var document = ConfigDocument.ReadDecoded(text, ConfigFormats.Detect(path, text), path);
        return kind switch
        {
            "agent" => Configuration.AgentConfigFile.Read(document).Problems,
            "job" => Configuration.JobFile.Read(document, new Configuration.QueueReadOptions()).Problems,
            _ => Configuration.QueueFile.Read(document, new Configuration.QueueReadOptions()).Problems,
        };
    }

    private static bool IsBroken(IReadOnlyList<Problem> problems) => problems.Any(problem => problem.Rule == Syntax.Rule);

    private static int Errors(IReadOnlyList<Problem> problems) => problems.Count(problem => problem.Severity == ProblemSeverity.Error);
}
