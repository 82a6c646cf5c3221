namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0008: a key that must be there is not.</summary>
internal static class MissingKey
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0008", "A required key is missing");

    /// <summary>A required key.</summary>
    /// <param name="mapping">What the mapping is called.</param>
    /// <param name="key">The key.</param>
    /// <param name="summary">What the key says.</param>
    public static Violation Of(string mapping, string key, string summary) =>
        Rule.Says($"{mapping} needs the key '{key}': {MessageText.Words(summary)}");

    /// <summary>An environment of an agent without its region.</summary>
    public static Violation Region(string environment, string example) =>
        Rule.Says($"the environment '{environment}' needs a 'region', such as region: {example}");
}
