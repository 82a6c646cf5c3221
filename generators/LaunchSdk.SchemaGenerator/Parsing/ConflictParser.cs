using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>The rules of <c>x-launch-excludes</c>: a list of mappings with a closed set of keys and words (schemas/README.md).</summary>
internal static class ConflictParser
{
    private const string RefusedByDocker = "LSDK0009";

    private static readonly string[] KnownKeys = ["option", "when", "words", "own", "rule", "because", "seen", "example"];

    private static readonly string[] RuleIds = [RefusedByDocker, "LSDK0101", "LSDK0206"];

    private static readonly string[] OwnConditions = ["given", "not-zero", "positive", "restarts"];

    private static readonly string[] Conditions =
    [
        .. OwnConditions,
        "among",
        "missing",
        "less",
        "more",
        "of-container",
        "not-user-defined",
        "with-field",
    ];

    private static readonly string[] WithWords = ["Among", "WithField"];

    public static IEnumerable<ConflictModel> Parse(Cursor row) => RuleMapping.ReadAll(row, Keys.Excludes, KnownKeys).Select(ParseRule);

    private static ConflictModel ParseRule(RuleMapping rule)
    {
        var ruleId = rule.Text("rule") ?? RefusedByDocker;
        if (!RuleIds.Contains(ruleId))
        {
            throw rule.Error($"'{ruleId}' is not a rule of '{Keys.Excludes}': write {string.Join(", ", RuleIds)}");
        }

        var when = rule.Member("when", Conditions, "a condition");
        return new ConflictModel
        {
            Option = rule.RequiredText("option"),
            When = new ConditionModel(when, WithWords.Contains(when) ? rule.RequiredTexts("words") : EquatableArray<string>.Empty),
            Own = new ConditionModel(rule.Member("own", OwnConditions, "a condition"), EquatableArray<string>.Empty),
            RuleId = ruleId,
            Because = rule.Text("because") ?? string.Empty,
            Seen = ruleId == RefusedByDocker ? rule.Texts("seen") : rule.RequiredTexts("seen"),
            Example = rule.RequiredJson("example"),
        };
    }
}
