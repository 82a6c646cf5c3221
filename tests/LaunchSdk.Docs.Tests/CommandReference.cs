using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using LaunchSdk.Cli;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docs.Tests.Pages;

namespace LaunchSdk.Docs.Tests;

/// <summary>Writes what docs/cli.md says of each command from the command's class.</summary>
internal static class CommandReference
{
    /// <summary>The commands by their full names, such as <c>launch queue create</c>, in the order of the help.</summary>
    public static IReadOnlyDictionary<string, ToolCommand> All { get; } =
        CreateRoot().Subcommands.OfType<ToolCommand>().SelectMany(Below).ToDictionary(UsageErrors.FullName);

    /// <summary>The tool's root command.</summary>
    public static RootCommand CreateRoot() => LaunchTool.CreateRoot(PageSession.CreateConsole(TextWriter.Null, Path.GetTempPath()));

    /// <summary>The list of all commands.</summary>
    public static string RenderList()
    {
        var text = new StringBuilder("| command | what it does |\n| --- | --- |\n");
        foreach (var (name, command) in All)
        {
            var heading = name["launch ".Length..].Replace(' ', '-');
            text.Append(MarkdownText.Row($"[{MarkdownText.Code(name)}](#{heading})", MarkdownText.Escape(command.Description!)));
        }

        return text.ToString();
    }

    /// <summary>What is to be known of one command.</summary>
    public static string Render(string name)
    {
        var command = All.TryGetValue(name, out var found)
            ? found
            : throw new InvalidOperationException($"'{name}' is not a command of the tool.");
        List<string> parts = [$"{command.Description}\n", Usage(name, command)];
        parts.AddRange(command.Help.Sections.Select(Section));
        parts.Add(Table("argument or option", Parameters(command)));
        parts.Add(Table("exit code", command.Help.ExitCodes.Select(static row => (row.Term, MarkdownText.Escape(row.Meaning)))));
        parts.Add(MarkdownText.Block(command.Help.Examples));
        return string.Join('\n', parts.Where(static part => part.Length > 0));
    }

    private static IEnumerable<ToolCommand> Below(ToolCommand command) =>
        command.Subcommands.OfType<ToolCommand>().SelectMany(Below).Prepend(command);

    private static string Usage(string name, ToolCommand command)
    {
        if (command.Help.Forms.Count > 0)
        {
            return MarkdownText.Block(command.Help.Forms.SelectMany(static form => new[] { $"# {form.Meaning}", form.Term }));
        }

        if (command.Action is null)
        {
            return MarkdownText.Block($"{name} COMMAND");
        }

        List<string> words = [name];
        words.AddRange(command.Arguments.Where(static argument => !argument.Hidden).Select(Word));
        words.AddRange(Shown(command).Where(static option => option.Required).Select(static option => $"{option.Name} {option.HelpName}"));
        words.AddRange(Shown(command).All(static option => option.Required) ? [] : ["[options]"]);
        words.AddRange(command.Arguments.Where(static argument => argument.Hidden).Select(static argument => $"[-- {argument.Name}...]"));
        return MarkdownText.Block(string.Join(' ', words));
    }

    private static string Word(Argument argument)
    {
        var word = argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}..." : argument.Name;
        return argument.Arity.MinimumNumberOfValues == 0 || argument.HasDefaultValue ? $"[{word}]" : word;
    }

    private static string Section(HelpSection section)
    {
        if (section.Rows.All(static row => row.Term.Length == 0))
        {
            return $"**{section.Title}.** {string.Join(' ', section.Rows.Select(static row => MarkdownText.Escape(row.Meaning)))}\n";
        }

        return Table(
            section.Title,
            section.Rows.Select(static row =>
                (row.Term.StartsWith('-') ? MarkdownText.Code(row.Term) : row.Term, MarkdownText.Escape(row.Meaning))
            )
        );
    }

    private static IEnumerable<(string, string)> Parameters(ToolCommand command)
    {
        foreach (var argument in command.Arguments.Where(static argument => !argument.Hidden))
        {
            yield return (
                MarkdownText.Code(argument.Name),
                Meaning(argument, argument.HasDefaultValue ? argument.GetDefaultValue() : null)
            );
        }

        var above = command.Parents.OfType<ToolCommand>().SelectMany(Shown).Select(static option => option.Name).ToHashSet();
        foreach (var option in Shown(command).Where(option => !above.Contains(option.Name)))
        {
            yield return (
                Names(option),
                Meaning(option, option.HasDefaultValue && option.ValueType != typeof(bool) ? option.GetDefaultValue() : null)
            );
        }

        if (Shown(command).Any(option => above.Contains(option.Name)))
        {
            var parent = UsageErrors.FullName(command.Parents.OfType<ToolCommand>().Single());
            var without = above.Except(Shown(command).Select(static option => option.Name)).Select(MarkdownText.Code);
            yield return ($"the options of {MarkdownText.Code(parent)}", $"as there; not {string.Join(", ", without)}");
        }
    }

    private static string Names(Option option) =>
        string.Join(
            ", ",
            option.Aliases.Select(MarkdownText.Code).Prepend(MarkdownText.Code($"{option.Name} {option.HelpName}".TrimEnd()))
        );

    private static string Meaning(Symbol symbol, object? fallback) =>
        MarkdownText.Escape(symbol.Description!) + (fallback is null ? "" : $" (default: {MarkdownText.Code($"{fallback}")})");

    private static IEnumerable<Option> Shown(Command command) =>
        command.Options.Where(static option => option is not HelpOption && !option.Hidden);

    private static string Table(string title, IEnumerable<(string Term, string Meaning)> rows)
    {
        var text = string.Concat(rows.Select(static row => MarkdownText.Row(row.Term, row.Meaning)));
        return text.Length == 0 ? "" : $"| {title} | meaning |\n| --- | --- |\n{text}";
    }
}
