namespace LaunchSdk.Problems;

/// <summary>A rule that configuration can break, with the id under which it is documented.</summary>
public sealed class ProblemRule
{
    internal ProblemRule(string id, ProblemSeverity severity, string title)
    {
        Id = id;
        Severity = severity;
        Title = title;
    }

    /// <summary>Stable id, such as <c>LSDK0003</c>; <c>docs/diagnostics/</c> has a page for each.</summary>
    public string Id { get; }

    /// <summary>Severity unless the user's build says otherwise.</summary>
    public ProblemSeverity Severity { get; }

    /// <summary>The rule in a few words.</summary>
    public string Title { get; }

    /// <summary>Whether a machine can mend what breaks the rule, at least in clear cases: then <see cref="Problem.Edit"/> has the change.</summary>
    public bool IsMendable { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
