using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation;

/// <summary>Collects the problems of one document, each at its node.</summary>
internal sealed class ProblemList(ConfigDocument document)
{
    private readonly List<Problem> _problems = [.. document.Problems];

    /// <summary>The document under validation.</summary>
    public ConfigDocument Document { get; } = document;

    /// <summary>Whether there is something to validate: a value, or an empty file, which is missing one.</summary>
    public bool IsReadable => Document.HasRoot || Document.Problems.Count == 0;

    /// <summary>Whether one of the problems is an error.</summary>
    public bool HasErrors => _problems.Exists(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>All problems, in the order of the text.</summary>
    public IReadOnlyList<Problem> ToOrderedList() => _problems.Count <= 1 ? _problems : [.. _problems.OrderBy(problem => problem.Range.Start)];

    /// <summary>Adds a problem that covers a node.</summary>
    public void Add(ProblemRule rule, ConfigNode node, string message, ConfigEdit? edit = null) =>
        Add(rule, node.Range, message, edit);

    /// <summary>Adds a problem that covers a range.</summary>
    public void Add(ProblemRule rule, TextRange range, string message, ConfigEdit? edit = null) =>
        _problems.Add(Document.CreateProblem(rule, range, message, edit));
}
