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
        Assert.Contains(": LSDK", tool.Output.Replace("error ", "", StringComparison.Ordinal).Replace("warning ", "", StringComparison.Ordinal), StringComparison.Ordinal);
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
}
