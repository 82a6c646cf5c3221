namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0011: a macro that does not exist or has no value.</summary>
internal static class UnknownMacro
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0011", "Unknown macro", hasFix: true);

    /// <summary>A name that is not a macro.</summary>
    /// <param name="name">The name.</param>
    /// <param name="macros">The macros that there are.</param>
    public static Violation NotAMacro(string name, IReadOnlyList<string> macros)
    {
        var nearest = NearestName.Find(name, macros);
        MessageText known = $"The macros are {Phrases.OneOf(macros)}, and the environment variables that the operator allows";
        return nearest.Count > 0
            ? Rule.Says($"${{{name}}} is not a macro: did you mean {Phrases.OneOf(nearest)}? {known}")
            : Rule.Says($"${{{name}}} is not a macro: {known}");
    }

    /// <summary>A macro that only a job gives a value.</summary>
    public static Violation NoValue(string name) =>
        Rule.Says($"${{{name}}} has no value here: an agent takes it from the job; give the macro a value") with
        {
            Hint = new ProblemHint(ProblemHintKind.SetMacro, name),
        };

    /// <summary>An allowed environment variable that is not set.</summary>
    public static Violation NotSet(string name) => Rule.Says($"${{{name}}} has no value: the environment variable {name} is not set");
}
