namespace LaunchSdk.Problems;

/// <summary>
/// A broken rule with its sentence, not yet at a place. Only the files of <c>Rules</c> make them, with <see cref="ProblemRule.Says"/>.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">The value, the rule and the way out, in one sentence.</param>
internal readonly record struct Violation(ProblemRule Rule, MessageText Message)
{
    /// <summary>A way out that a tool phrases in its own words; null for none.</summary>
    public ProblemHint? Hint { get; init; }

    /// <summary>The problem at a place.</summary>
    /// <param name="location">The place.</param>
    /// <param name="mask">Hides secrets among the values of the sentence; null where there are none.</param>
    /// <param name="edit">A change of the file that fixes it; null for none.</param>
    public Problem At(ProblemLocation location, ValueMask? mask = null, ConfigEdit? edit = null) =>
        new(Rule, location, Message.ToString(mask), edit) { Hint = Hint };
}
