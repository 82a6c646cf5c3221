using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

/// <summary>The problems of one file as they are found, up to the limit: the first beyond it says that there are more.</summary>
/// <param name="source">The file.</param>
/// <param name="earlier">What was found before; null for nothing.</param>
internal sealed class FoundProblems(DocumentSource source, FoundProblems? earlier)
{
    private readonly List<Problem> _problems = [.. earlier?._problems ?? []];
    private readonly List<MessageText> _messages = [.. earlier?._messages ?? []];

    /// <summary>The problems, in the order in which they were found.</summary>
    public IReadOnlyList<Problem> List => _problems;

    /// <summary>Whether the limit is reached: what is added is lost.</summary>
    public bool IsFull => _problems.Count > ConfigLimits.MaxProblems;

    /// <summary>Adds a problem, or the one that says that there are more.</summary>
    public void Add(Violation violation, TextRange range, ConfigEdit? edit, ValueMask? mask = null)
    {
        if (_problems.Count < ConfigLimits.MaxProblems)
        {
            Append(violation, range, edit, mask);
        }
        else if (!IsFull)
        {
            Append(LimitExceeded.Problems(ConfigLimits.MaxProblems), range, null, null);
        }
    }

    /// <summary>Hides a secret in a problem that was found before anybody knew that its place holds one.</summary>
    /// <param name="index">Which problem.</param>
    /// <param name="mask">Hides the secret.</param>
    /// <param name="edit">The problem's edit, with a title that does not show it.</param>
    public void Hide(int index, ValueMask mask, ConfigEdit? edit) =>
        _problems[index] = _problems[index] with { Message = _messages[index].ToString(mask), Edit = edit };

    private void Append(Violation violation, TextRange range, ConfigEdit? edit, ValueMask? mask)
    {
        _problems.Add(source.CreateProblem(violation, range, edit, mask));
        _messages.Add(violation.Message);
    }
}
