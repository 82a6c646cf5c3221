using System.Text.Json;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Testing;

namespace LaunchSdk.Tests.Documents.PyYaml;

/// <summary>The reader and PyYAML agree on every text, save where they differ on purpose.</summary>
public sealed class PyYamlTests
{
    private const int Texts = 6000;

    [Fact(Skip = PyYamlJudge.SkipReason, SkipType = typeof(PyYamlJudge), SkipUnless = nameof(PyYamlJudge.CanRun))]
    public async Task Texts_that_people_write_are_read_as_PyYAML_reads_them() =>
        Assert.Equal("", await CompareAsync([.. YamlMutator.Corpus()]));

    [Fact(Skip = PyYamlJudge.SkipReason, SkipType = typeof(PyYamlJudge), SkipUnless = nameof(PyYamlJudge.CanRun))]
    public async Task Texts_near_them_are_read_as_PyYAML_reads_them()
    {
        var (seed, repeat) = FuzzSeed.Take();
        var mutator = new YamlMutator(new Random(seed));

        var differences = await CompareAsync([.. Enumerable.Range(0, Texts).Select(_ => mutator.Next())]);

        Assert.True(differences.Length == 0, repeat + "\n" + differences);
    }

    [Theory(Skip = PyYamlJudge.SkipReason, SkipType = typeof(PyYamlJudge), SkipUnless = nameof(PyYamlJudge.CanRun))]
    [InlineData("{\"rm\"true}", null)]
    [InlineData("a: b: c", null)]
    [InlineData("b: {a: 1}\n\"c\": :x", "{b: {a: n1}, c: s\":x\"}")]
    [InlineData("a: [1, 0o17, .inf, ~, yes]", "{a: [n1, n0o17, n.inf, null, s\"yes\"]}")]
    public async Task The_judge_judges(string text, string? tree)
    {
        var judged = Assert.Single(await PyYamlJudge.ReadAsync([text]));

        Assert.Equal(tree, judged.Tree);
        Assert.Equal(tree is null, judged.Error is not null);
    }

    private static async Task<string> CompareAsync(IReadOnlyList<string> texts)
    {
        var judged = await PyYamlJudge.ReadAsync(texts);
        var different = texts.Zip(judged, Compare).OfType<string>().ToList();
        return string.Join('\n', different.Take(20));
    }

    private static string? Compare(string text, JudgedText judged)
    {
        var document = DocumentText.Yaml(text);
        var errors = document.Problems.Where(static problem => problem.Severity == ProblemSeverity.Error).ToList();
        var hasTabHint = document.Problems.Any(static problem => problem.Rule == RefusedByReferenceAgent.Rule);
        var tree = errors.Count == 0 ? document.Root.Show() : null;
        var isAgreement = (tree, judged.Tree) switch
        {
            (null, null) => true,
            (null, _) => errors.TrueForAll(static error => IntendedDifference.IsRefusal(error.Message)),
            (_, null) => IntendedDifference.IsTaken(judged.Error!, hasTabHint),
            _ => tree == judged.Tree && !hasTabHint,
        };
        return isAgreement || IntendedDifference.IsOtherNotation(text)
            ? null
            : $"{Literal(text)}\n  reader: {tree ?? string.Join(" | ", errors)}\n  PyYAML: {judged.Tree ?? judged.Error}";
    }

    private static string Literal(string text) => JsonSerializer.Serialize(text);
}
