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

    public static IEnumerable<RefusalModel> Parse(Cursor row) =>
        row.Find(Keys.Refused) switch
        {
            null => [],
            object[] rules => [.. rules.Select(rule => ParseRule(row, rule as Dictionary<string, object?> ?? throw NoRules(row)))],
            _ => throw NoRules(row),
        };

    private static SchemaException NoRules(Cursor row) => row.Error($"'{Keys.Refused}' is a list of rules");

    private static RefusalModel ParseRule(Cursor row, Dictionary<string, object?> rule)
    {
        if (rule.Keys.FirstOrDefault(key => !KnownKeys.Contains(key)) is { } unknown)
        {
            throw row.Error($"'{unknown}' is not a key of a rule in '{Keys.Refused}': write {string.Join(", ", KnownKeys)}");
        }

        var condition = Text(row, rule, "when") ?? throw row.Error($"a rule in '{Keys.Refused}' needs 'when'");
        return new RefusalModel
        {
            Part = Names.ToMember(Word(row, rule, "of", Parts)),
            Condition = Conditions.TryGetValue(condition, out var member)
                ? member
                : throw row.Error($"'{condition}' is not a condition of '{Keys.Refused}': write {string.Join(", ", Conditions.Keys)}"),
            Outcome = Names.ToMember(Word(row, rule, "outcome", Outcomes)),
            Words = Texts(row, rule, "words"),
            Kinds = Texts(row, rule, "for"),
            Because = Text(row, rule, "because") ?? string.Empty,
            Write = Text(row, rule, "write") ?? string.Empty,
            Seen = Required(row, rule, "seen"),
            Examples = Required(row, rule, "examples"),
        };
    }

    // The first word is what holds without the key.
    private static string Word(Cursor row, Dictionary<string, object?> rule, string key, string[] words)
    {
        var word = Text(row, rule, key) ?? words[0];
        return words.Contains(word)
            ? word
            : throw row.Error($"'{word}' is not a word for '{key}' in '{Keys.Refused}': write {string.Join(", ", words)}");
    }

    private static string? Text(Cursor row, Dictionary<string, object?> rule, string key) =>
        !rule.TryGetValue(key, out var value) ? null : value as string ?? throw row.Error($"'{key}' of a rule in '{Keys.Refused}' is text");

    private static EquatableArray<string> Required(Cursor row, Dictionary<string, object?> rule, string key) =>
        Texts(row, rule, key) is { Count: > 0 } texts
            ? texts
            : throw row.Error($"a rule in '{Keys.Refused}' needs '{key}': schemas/README.md says what belongs there");

    private static EquatableArray<string> Texts(Cursor row, Dictionary<string, object?> rule, string key)
    {
        if (!rule.TryGetValue(key, out var value))
        {
            return EquatableArray<string>.Empty;
        }

        return value is object[] items && items.All(item => item is string)
            ? items.Cast<string>().ToEquatableArray()
            : throw row.Error($"'{key}' of a rule in '{Keys.Refused}' is a list of texts");
    }
}
