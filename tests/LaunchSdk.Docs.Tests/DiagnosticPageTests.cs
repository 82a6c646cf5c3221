using LaunchSdk.Docs.Tests.Pages;
using LaunchSdk.Problems;
using LaunchSdk.Testing;

namespace LaunchSdk.Docs.Tests;

public class DiagnosticPageTests
{
    private const string Unreported = "Nothing reports it yet.";
    private const string Mends = "`launch validate --fix`";

    public static TheoryData<string> Ids => [.. ProblemRules.All.Select(rule => rule.Id)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule()
    {
        var pages = Directory
            .EnumerateFiles(Repository.Combine("docs", "diagnostics"), "LSDK*.md")
            .Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(ProblemRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_opens_with_its_rule(string id)
    {
        var rule = ProblemRules.All.Single(rule => rule.Id == id);

        Assert.StartsWith($"# {id}: {rule.Title}\n\nSeverity: {DiagnosticsIndex.Severity(rule)}.", Read(id).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_of_a_page_gives_its_rule(string id)
    {
        using var session = new PageSession();
        var page = Read(id);

        // A rule that only the compiler checks has its output in a text block.
        var outputs = (await session.RunAsync(page, TestContext.Current.CancellationToken))
            .Select(result => result.Actual)
            .Concat(page.Blocks.Where(block => block.Language == "text").Select(block => block.Text))
            .ToArray();

        Assert.Equal(page.Text.Contains(Unreported, StringComparison.Ordinal), outputs.Length == 0);
        Assert.All(outputs.Take(1), output => Assert.Contains($" {id}: ", output, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_tells_of_a_fix_where_there_is_one(string id) =>
        Assert.Equal(ProblemRules.All.Single(rule => rule.Id == id).HasFix, Read(id).Text.Contains(Mends, StringComparison.Ordinal));

    private static Page Read(string id) => Page.Read($"docs/diagnostics/{id}.md");
}
