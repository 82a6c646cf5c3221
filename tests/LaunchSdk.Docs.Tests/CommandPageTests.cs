using LaunchSdk.Cli.Input;
using LaunchSdk.Docs.Tests.Pages;

namespace LaunchSdk.Docs.Tests;

public class CommandPageTests
{
    public static TheoryData<string> Names => [.. CommandReference.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_has_a_section_for_each_command(string name)
    {
        var page = Page.Read("docs/cli.md").Text;

        Assert.Contains(GeneratedParts.Opening(name), page, StringComparison.Ordinal);
        Assert.Contains($"## {name["launch ".Length..]}\n\n{GeneratedParts.Opening(name)}", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_examples_of_a_command_are_command_lines_that_the_tool_takes(string name)
    {
        var help = CommandReference.All[name].Help;

        Assert.NotEmpty(help.Examples);
        foreach (var example in help.Examples)
        {
            var words = Words(example);
            var start = words.IndexOf("launch") + 1;
            var parsed = CommandReference.CreateRoot().Parse(words[start..]);

            Assert.True(start > 0, example);
            Assert.Empty(UsageErrors.Find(parsed));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_that_does_something_has_the_exit_code_of_success(string name)
    {
        var command = CommandReference.All[name];

        Assert.Equal(command.Action is not null, command.Help.ExitCodes.Any(static row => row.Term is "0" or "the container's"));
    }

    // As a shell splits them, up to a redirection.
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        foreach (var (part, index) in line.Split('\'').Select(static (part, index) => (part, index)))
        {
            words.AddRange(index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return [.. words.TakeWhile(static word => word != ">")];
    }
}
