using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>The rules of <c>x-launch-refused</c>: a list of mappings with a closed set of keys and words (schemas/README.md).</summary>
internal static class RefusalParser
{
    private static readonly string[] KnownKeys = ["of", "when", "words", "for", "outcome", "because", "write", "seen", "examples"];

    private static readonly string[] Parts = ["value", "kind", "source", "target", "propagation", "count"];

    private static readonly string[] Outcomes = ["engine-refuses", "client-refuses", "client-drops"];

    // Each condition in kebab-case, and the member of the enum that it is.
    private static readonly Dictionary<string, string> Conditions = new(StringComparer.Ordinal)
    {
        ["missing"] = "Missing",
        ["given"] = "Given",
        ["relative"] = "Relative",
        ["root"] = "Root",
        ["not-among"] = "NotAmong",
        ["outside"] = "Outside",
        ["repeated"] = "Repeated",
        ["not-a-name"] = "NotAName",
        ["not-ipv4"] = "NotIPv4",
        ["not-ipv6"] = "NotIPv6",
        ["not-an-address"] = "NotAnAddress",
        ["not-a-linux-device"] = "NotALinuxDevice",
    };

    public static IEnumerable<RefusalModel> Parse(Cursor row) => RuleMapping.ReadAll(row, Keys.Refused, KnownKeys).Select(ParseRule);

    private static RefusalModel ParseRule(RuleMapping rule)
    {
        var condition = rule.RequiredText("when");
        return new RefusalModel
        {
            Part = rule.Member("of", Parts, "a part"),
            Condition = Conditions.TryGetValue(condition, out var member)
                ? member
                : throw rule.Error($"'{condition}' is not a condition of '{Keys.Refused}': write {string.Join(", ", Conditions.Keys)}"),
            Outcome = rule.Member("outcome", Outcomes, "an outcome"),
            Words = rule.Texts("words"),
            Kinds = rule.Texts("for"),
            Because = rule.Text("because") ?? string.Empty,
            Write = rule.Text("write") ?? string.Empty,
            Seen = rule.RequiredTexts("seen"),
            Examples = rule.RequiredTexts("examples"),
        };
    }
}
