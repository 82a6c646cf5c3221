namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>One mapping in a list of rules below an <c>x-launch-*</c> key: texts, lists of texts and words of closed sets.</summary>
internal sealed class RuleMapping
{
    private readonly Cursor _row;
    private readonly string _key;
    private readonly Dictionary<string, object?> _members;

    private RuleMapping(Cursor row, string key, Dictionary<string, object?> members)
    {
        _row = row;
        _key = key;
        _members = members;
    }

    /// <summary>The rules below a key; none without the key.</summary>
    /// <param name="row">The option.</param>
    /// <param name="key">The key.</param>
    /// <param name="known">The keys that a rule may have.</param>
    public static IEnumerable<RuleMapping> ReadAll(Cursor row, string key, string[] known) =>
        row.Find(key) switch
        {
            null => [],
            object[] rules => [.. rules.Select(rule => Read(row, key, known, rule))],
            _ => throw NoRules(row, key),
        };

    /// <summary>A text; null without it.</summary>
    public string? Text(string name) =>
        !_members.TryGetValue(name, out var value) ? null : value as string ?? throw Error($"'{name}' of a rule in '{_key}' is text");

    /// <summary>A text that has to be there.</summary>
    public string RequiredText(string name) => Text(name) ?? throw Error($"a rule in '{_key}' needs '{name}'");

    /// <summary>A word of a closed set in kebab-case, as a member in PascalCase; without it, the first of the set.</summary>
    /// <param name="name">The key.</param>
    /// <param name="words">The set.</param>
    /// <param name="what">What a word of the set is called.</param>
    public string Member(string name, string[] words, string what)
    {
        var word = Text(name) ?? words[0];
        return words.Contains(word)
            ? Names.ToMember(word)
            : throw Error($"'{word}' is not {what} of '{_key}': write {string.Join(", ", words)}");
    }

    /// <summary>A list of texts; empty without it.</summary>
    public EquatableArray<string> Texts(string name)
    {
        if (!_members.TryGetValue(name, out var value))
        {
            return EquatableArray<string>.Empty;
        }

        return value is object[] items && items.All(item => item is string)
            ? items.Cast<string>().ToEquatableArray()
            : throw Error($"'{name}' of a rule in '{_key}' is a list of texts");
    }

    /// <summary>A list of texts that has to be there.</summary>
    public EquatableArray<string> RequiredTexts(string name) =>
        Texts(name) is { Count: > 0 } texts
            ? texts
            : throw Error($"a rule in '{_key}' needs '{name}': schemas/README.md says what belongs there");

    /// <summary>A mapping that has to be there, as JSON.</summary>
    public string RequiredJson(string name) =>
        _members.TryGetValue(name, out var value) && value is Dictionary<string, object?> mapping
            ? Newtonsoft.Json.JsonConvert.SerializeObject(mapping)
            : throw Error($"a rule in '{_key}' needs '{name}', a queue");

    /// <summary>A fault of the rule.</summary>
    public SchemaException Error(string message) => _row.Error(message);

    private static RuleMapping Read(Cursor row, string key, string[] known, object? rule)
    {
        var members = rule as Dictionary<string, object?> ?? throw NoRules(row, key);
        return members.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw row.Error($"'{unknown}' is not a key of a rule in '{key}': write {string.Join(", ", known)}")
            : new RuleMapping(row, key, members);
    }

    private static SchemaException NoRules(Cursor row, string key) => row.Error($"'{key}' is a list of rules");
}
