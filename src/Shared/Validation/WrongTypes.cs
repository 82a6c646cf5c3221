using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Validation.Edits;

namespace LaunchSdk.Validation;

/// <summary>Explains values whose type does not fit their option, where docker would guess or misread.</summary>
internal static class WrongTypes
{
    /// <summary>Reports the value of an option.</summary>
    public static void Report(ProblemList problems, DockerOption option, string name, ConfigNode value)
    {
        var violation = (option.Arity, value.Kind) switch
        {
            (OptionArity.Flag, ConfigNodeKind.String) when value.Text is "true" or "false" => WrongType.QuotedFlag(name, value.Text),
            (OptionArity.Flag, _) => WrongType.NoFlag(name, NodeText.Describe(value)),
            (OptionArity.Single, ConfigNodeKind.Sequence) => WrongType.ListForOne(name, Example(option)),
            (_, ConfigNodeKind.Boolean) => WrongType.FlagForValue(name, Example(option), value.Text),
            (OptionArity.Repeatable, ConfigNodeKind.Mapping) => WrongType.MappingForList(name, Example(option)),
            _ => WrongType.NoValue(name, option.Arity != OptionArity.Single, NodeText.Describe(value), Example(option)),
        };
        problems.Add(violation, value, Edit(option, value));
    }

    /// <summary>Reports an item of a list.</summary>
    public static void ReportItem(ProblemList problems, string name, ConfigNode item) =>
        problems.Add(
            item.Kind == ConfigNodeKind.Boolean
                ? WrongType.FlagAsItem(name, item.Text)
                : WrongType.NoTextItem(name, NodeText.Describe(item)),
            item
        );

    private static MessageText Example(DockerOption option) => MessageText.Words($"{option.Name}: {option.Example}");

    private static ConfigEdit? Edit(DockerOption option, ConfigNode value) =>
        (option.Arity, value.Kind) switch
        {
            (OptionArity.Flag, _) => ConfigEdits.AsFlag(value),
            (OptionArity.Single, ConfigNodeKind.Sequence) => ConfigEdits.TakeOutOfList(value),
            (OptionArity.Repeatable, ConfigNodeKind.Mapping) => PairsEdit.Create(option, value),
            _ => null,
        };
}
