using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Fixing;

public sealed class EditCaseTests
{
    public static TheoryData<string, string, string> Cases => EditCases.All;

    public static TheoryData<string, string> Refused => EditCases.Refused;

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task The_tool_leaves_it_alone_and_says_what_is_wrong(string path, string broken)
    {
        using var tool = new FixRun();
        tool.Write(path, broken);

        await tool.Run("validate", "--fix", "--kind", EditCases.KindOf(path), path);

        Assert.Equal(broken, tool.Read(path));
        Assert.Contains(
            ": LSDK",
            tool.Output.Replace("error ", "", StringComparison.Ordinal).Replace("warning ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_tool_mends_it_and_nothing_else(string path, string broken, string mended)
    {
        using var tool = new FixRun();
        tool.Write(path, broken);

        await tool.Run("validate", "--fix", "--kind", EditCases.KindOf(path), path);

        Assert.Equal(mended, tool.Read(path));
        Assert.DoesNotContain(": error ", tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_was_mended_has_nothing_left_to_mend(string path, string broken, string mended)
    {
        using var tool = new FixRun();
        tool.Write(path, mended);

        await tool.Run("validate", "--fix", "--kind", EditCases.KindOf(path), path);

        Assert.Equal(mended, tool.Read(path));
        Assert.NotEqual(broken, mended);
    }

    [Fact]
    public async Task There_is_a_case_for_every_rule_that_a_single_file_lets_mend()
    {
        var mended = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, broken, _) in Cases.Select(row => row.Data))
        {
            using var tool = new FixRun();
            tool.Write(path, broken);
            await tool.Run("validate", "--fix", "--kind", EditCases.KindOf(path), path);
            mended.UnionWith(
                tool.Error.Split('\n')
                    .Where(line => line.Contains(": fixed ", StringComparison.Ordinal))
                    .Select(line => line[(line.IndexOf("LSDK", StringComparison.Ordinal))..][..8])
            );
        }

        // A queue that no file defines shows with the other files only.
        Assert.Equal(
            ProblemRules.All.Where(rule => rule.HasFix && rule != UndefinedQueue.Rule).Select(rule => rule.Id),
            mended.Order(StringComparer.Ordinal)
        );
    }
}
