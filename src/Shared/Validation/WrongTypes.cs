using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Validation.Edits;

namespace LaunchSdk.Validation;

/// <summary>Explains values whose type does not fit their option, where docker would guess or misread.</summary>
internal static class WrongTypes
{
    /// <summary>Reports the value of an option.</summary>
    public static void Report(ProblemList problems, DockerOption option, string name, ConfigNode value)
    {
        // One arm that is a message makes all of them messages; without it they would be texts first.
        var message = (option.Arity, value.Kind) switch
        {
            (OptionArity.Flag, ConfigNodeKind.String) when value.Text is "true" or "false" => (MessageText)
                $"'{name}' is a flag, and docker takes no text behind a flag: write {value.Text} without quotes",
            (OptionArity.Flag, _) => $"'{name}' is a flag: write true or false, not {NodeText.Describe(value)}",
            (OptionArity.Single, ConfigNodeKind.Sequence) =>
                $"'{name}' takes one value (docker would use the last of a list): write {Example(option)}",
            (_, ConfigNodeKind.Boolean) => $"'{name}' takes a value and is no flag: write {Example(option)}{QuoteHint(value)}",
            (OptionArity.Repeatable, ConfigNodeKind.Mapping) =>
                $"'{name}' takes text or a list of texts, not a mapping: write one item each, such as {Example(option)}",
            _ =>
                $"'{name}' takes {(option.Arity == OptionArity.Single ? "one value" : "a value or a list")}, not {NodeText.Describe(value)}: write {Example(option)}",
        };
        problems.Add(ProblemRules.WrongType, value, message, Edit(option, value));
    }

    /// <summary>Reports an item of a list.</summary>
    public static void ReportItem(ProblemList problems, string name, ConfigNode item) =>
        problems.Add(
            ProblemRules.WrongType,
            item,
            $"an item of '{name}' is text or a number, not {NodeText.Describe(item)}{QuoteHint(item)}"
        );

    private static MessageText Example(DockerOption option) => MessageText.Words($"{option.Name}: {option.Example}");

    private static string QuoteHint(ConfigNode value) =>
        value.Kind == ConfigNodeKind.Boolean ? $", or \"{value.Text}\" in quotes if that word is meant" : "";

    private static ConfigEdit? Edit(DockerOption option, ConfigNode value) =>
        (option.Arity, value.Kind) switch
        {
            (OptionArity.Flag, _) => ConfigEdits.AsFlag(value),
            (OptionArity.Single, ConfigNodeKind.Sequence) => ConfigEdits.TakeOutOfList(value),
            (OptionArity.Repeatable, ConfigNodeKind.Mapping) => PairsEdit.Create(option, value),
            _ => null,
        };
}
