using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>The problems of one file as they are found, up to the limit: the first beyond it says that there are more.</summary>
/// <param name="source">The file.</param>
/// <param name="earlier">What was found before.</param>
internal sealed class FoundProblems(DocumentSource source, IEnumerable<Problem> earlier)
{
    private readonly List<Problem> _problems = [.. earlier];

    /// <summary>The problems, in the order in which they were found.</summary>
    public IReadOnlyList<Problem> List => _problems;

    /// <summary>Whether the limit is reached: what is added is lost.</summary>
    public bool IsFull => _problems.Count > ConfigLimits.MaxProblems;

    /// <summary>Adds a problem, or the one that says that there are more.</summary>
    public void Add(ProblemRule rule, TextRange range, string message, ConfigEdit? edit)
    {
        if (_problems.Count < ConfigLimits.MaxProblems)
        {
            _problems.Add(source.CreateProblem(rule, range, message, edit));
        }
        else if (!IsFull)
        {
            _problems.Add(source.CreateProblem(
                ProblemRules.LimitExceeded,
                range,
                $"the file has more than {ConfigLimits.MaxProblems} problems: mend the first ones, the rest is not read",
                null));
        }
    }
}
