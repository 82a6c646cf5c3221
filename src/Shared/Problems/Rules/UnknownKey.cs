namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0003: a key that no schema has.</summary>
internal static class UnknownKey
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0003", "Unknown key", hasFix: true);

    /// <summary>The way out for <c>command</c>, which people know from Compose.</summary>
    public static MessageText CommandFollowsImage => $"the container's command is not an option: it follows the image";

    /// <summary>The way out for a key of a definition among bare options.</summary>
    public static MessageText OfDefinition => $"it belongs to a definition, which starts with 'queue: NAME'";

    /// <summary>The way out for <c>NAME=VALUE</c> as a key.</summary>
    public static MessageText ValueInKey => $"give the value after the key, not in it";

    /// <summary>The way out where nothing is near.</summary>
    public static MessageText SeeOptions => $"docs/options.md lists the options";

    /// <summary>The way out where it is clear what was meant.</summary>
    public static MessageText Write(string name) => $"write '{name}'";

    /// <summary>The way out where some names are near.</summary>
    public static MessageText DidYouMean(IReadOnlyList<string> names) => $"did you mean {Phrases.OneOf(names)}?";

    /// <summary>A key among the options of a queue.</summary>
    public static Violation OfOptions(string key, MessageText wayOut) =>
        Rule.Says($"'{Phrases.Shorten(key)}' is not an option of docker run: {wayOut}");

    /// <summary>A key of another mapping.</summary>
    /// <param name="key">The key.</param>
    /// <param name="mapping">What the mapping is called.</param>
    /// <param name="nearest">Its keys that are spelt nearly so.</param>
    /// <param name="known">All of its keys, as a list in text.</param>
    public static Violation OfMapping(string key, string mapping, IReadOnlyList<string> nearest, string known)
    {
        MessageText wayOut = nearest.Count > 0 ? DidYouMean(nearest) : $"its keys are {known}";
        return Rule.Says($"'{Phrases.Shorten(key)}' is not a key of {mapping}: {wayOut}");
    }
}
