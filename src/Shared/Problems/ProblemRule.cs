namespace LaunchSdk.Problems;

/// <summary>A rule that configuration can break, with the id under which it is documented.</summary>
public sealed class ProblemRule
{
    private ProblemRule(string id, ProblemSeverity severity, string title)
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

    /// <summary>
    /// Whether violations can be fixed automatically, at least in clear cases: then <see cref="Problem.Edit"/> has the change.
    /// </summary>
    public bool HasFix { get; private init; }

    /// <summary>Address of the rule's page.</summary>
    public string HelpLink => $"https://github.com/launchsdk/launchsdk/blob/main/docs/diagnostics/{Id}.md";

    /// <summary>Whether it takes all files of a project to see it; the compiler reports such rules last.</summary>
    internal bool NeedsProject { get; private init; }

    /// <summary>A rule whose violation stops the file from being used.</summary>
    internal static ProblemRule Error(string id, string title, bool hasFix = false) =>
        new(id, ProblemSeverity.Error, title) { HasFix = hasFix };

    /// <summary>A rule whose violation is probably a mistake.</summary>
    internal static ProblemRule Warning(string id, string title, bool hasFix = false, bool needsProject = false) =>
        new(id, ProblemSeverity.Warning, title) { HasFix = hasFix, NeedsProject = needsProject };

    /// <summary>A rule whose violation is worth knowing.</summary>
    internal static ProblemRule Information(string id, string title) => new(id, ProblemSeverity.Information, title);

    /// <summary>A violation of the rule; its sentences are functions in the rule's file, which alone call this.</summary>
    /// <param name="sentence">The value, the rule and the way out.</param>
    internal Violation Says(MessageText sentence) => new(this, sentence);

    /// <summary>The id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
