namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0203: a secret as text in a file. No sentence has the value.</summary>
internal static class SecretInClear
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Warning("LSDK0203", "A secret in plain text");

    /// <summary>A variable with a secret.</summary>
    public static Violation InVariable(string name) =>
        Rule.Says($"{name} is a secret in plain text: write {name} alone, which passes the agent's own variable on, or use env-file");

    /// <summary>A label, annotation or log option with a secret.</summary>
    public static Violation InOption(string name, string option) =>
        Rule.Says($"{name} is a secret in plain text: keep it out of {option}, which anyone who may list containers reads");
}
