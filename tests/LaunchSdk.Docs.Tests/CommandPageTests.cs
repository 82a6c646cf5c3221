using System.Text.RegularExpressions;
using LaunchSdk.Cli;
using LaunchSdk.Docs.Tests.Pages;

namespace LaunchSdk.Docs.Tests;

public partial class CommandPageTests
{
    [Fact]
    public async Task The_page_has_every_command_and_every_option()
    {
        var page = Page.Read("docs/cli.md").Text;
        var commands = CommandPattern().Matches(await HelpAsync()).Select(match => match.Groups[1].Value).ToArray();

        Assert.Contains("run", commands);
        foreach (var command in commands)
        {
            var section = page.Split($"\n## {command}\n");
            Assert.True(section.Length == 2, $"docs/cli.md has no section '## {command}'");
            Assert.All(
                OptionPattern()
                    .Matches(await HelpAsync(command))
                    .Select(match => match.Groups[1].Value)
                    .Where(option => option != "--help"),
                option => Assert.Contains(option, section[1].Split("\n## ")[0], StringComparison.Ordinal)
            );
        }
    }

    private static async Task<string> HelpAsync(params string[] command)
    {
        using var output = new StringWriter { NewLine = "\n" };
        await LaunchTool.RunAsync(
            [.. command, "--help"],
            PageSession.CreateConsole(output, Path.GetTempPath()),
            TestContext.Current.CancellationToken
        );
        return output.ToString();
    }

    // The list of commands is indented by two spaces, their descriptions further.
    [GeneratedRegex(@"(?<=\nCommands:\n(?:.*\n)*?)  ([a-z]+)(?: <[^\n]*?>)*  ")]
    private static partial Regex CommandPattern();

    [GeneratedRegex(@"^  (?:-\w, )*(--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionPattern();
}
