using System.Text.Json;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Tests;

public sealed class RulesTests
{
    [Fact]
    public async Task The_rules_are_a_table_with_a_line_each()
    {
        using var run = new ToolRun();

        var lines = (await run.OutputAsync("rules")).TrimEnd('\n').Split('\n');

        Assert.Equal(ProblemRules.All.Count + 1, lines.Length);
        Assert.StartsWith("ID        SEVERITY  FIX  RULE", lines[0], StringComparison.Ordinal);
        Assert.Contains("LSDK0003  error     yes  Unknown key", lines);
    }

    [Fact]
    public async Task The_rules_are_JSON_for_programs()
    {
        using var run = new ToolRun();

        using var json = JsonDocument.Parse(await run.OutputAsync("rules", "--format", "json"));

        Assert.Equal(
            ProblemRules.All.Select(rule => $"{rule.Id} {rule.Title} {rule.HasFix} {rule.HelpLink}"),
            json.RootElement.EnumerateArray()
                .Select(rule =>
                    $"{rule.GetProperty("id")} {rule.GetProperty("title")} {rule.GetProperty("fix").GetBoolean()} {rule.GetProperty("help")}"
                )
        );
        Assert.Equal(
            ["error", "warning", "info"],
            json.RootElement.EnumerateArray().Select(rule => rule.GetProperty("severity").GetString()!).Distinct()
        );
    }

    [Fact]
    public async Task The_rules_are_a_table_in_Markdown_with_links_to_their_pages()
    {
        using var run = new ToolRun();

        Assert.Contains(
            "| [LSDK0003](https://github.com/launchsdk/launchsdk/blob/main/docs/diagnostics/LSDK0003.md) | error | Unknown key | yes |\n",
            await run.OutputAsync("rules", "--format", "md"),
            StringComparison.Ordinal
        );
    }
}
