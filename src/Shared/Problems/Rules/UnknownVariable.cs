namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0012: a template variable without a schema or without a value.</summary>
internal static class UnknownVariable
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0012", "Unknown template variable", hasFix: true);

    /// <summary>A variable that the definition does not declare.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="nearest">Declared names that are spelt nearly so.</param>
    public static Violation NotDeclared(string name, IReadOnlyList<string> nearest) =>
        nearest.Count > 0
            ? Rule.Says($"{{{{{name}}}}} has no schema under template_variables: did you mean {Phrases.OneOf(nearest)}?")
            : Rule.Says($"{{{{{name}}}}} has no schema under template_variables: declare it there");

    /// <summary>A variable that nobody gave a value.</summary>
    public static Violation NoValue(string name) =>
        Rule.Says($"{{{{{name}}}}} has no value: set the variable, or give it a default") with
        {
            Hint = new ProblemHint(ProblemHintKind.SetVariable, name),
        };

    /// <summary>A value for a variable that the queue does not have.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="declared">The queue's variables.</param>
    public static Violation NotOfQueue(string name, IReadOnlyCollection<string> declared)
    {
        var nearest = NearestName.Find(name, declared);
        if (nearest.Count > 0)
        {
            return Rule.Says($"the queue has no template variable '{name}': did you mean '{nearest[0]}'?");
        }

        return declared.Count == 0
            ? Rule.Says($"the queue has no template variable '{name}': it has none")
            : Rule.Says($"the queue has no template variable '{name}': it has {string.Join(", ", declared)}");
    }
}
