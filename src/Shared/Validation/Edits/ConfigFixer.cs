using System.Text;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation.Edits;

/// <summary>Applies the edits that problems carry until none is left that helps. An edit that does not remove its problem, or breaks the file, is taken back.</summary>
/// <param name="check">All problems of a text.</param>
internal sealed class ConfigFixer(Func<string, IReadOnlyList<Problem>> check)
{
    // A mended key shows its value's problem, that a wrong type, that a template: real files need three rounds.
    private const int MostRounds = 20;

    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>The text with everything mended that a machine can mend.</summary>
    public FixedText Fix(string text)
    {
        var current = new FixedText(text, [], check(text));
        for (var round = 0; round < MostRounds; round++)
        {
            var edits = Choose(current.Remaining);
            if (edits.Count == 0)
            {
                break;
            }

            current = TryApply(current, edits) ?? ApplyOneByOne(current, edits);
        }

        return current;
    }

    /// <summary>The text with edits put in; they are in the order of the text and do not overlap.</summary>
    internal static string Apply(string text, IReadOnlyList<ConfigEdit> edits)
    {
        var changed = new StringBuilder(text.Length + 64);
        var from = 0;
        foreach (var edit in edits)
        {
            changed.Append(text, from, edit.Range.Start - from).Append(edit.NewText);
            from = edit.Range.End;
        }

        return changed.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The edits that can be made together: in the order of the text, the first of those that overlap.</summary>
    private List<Problem> Choose(IReadOnlyList<Problem> problems)
    {
        var chosen = new List<Problem>();
        var end = -1;
        foreach (var problem in problems.Where(problem => problem.Edit is not null && !_refused.Contains(Identity(problem))).OrderBy(problem => problem.Edit!.Range.Start))
        {
            if (problem.Edit!.Range.Start > end)
            {
                chosen.Add(problem);
                end = problem.Edit.Range.End;
            }
        }

        return chosen;
    }

    // From the end, so that the places of the edits before it stay.
    private FixedText ApplyOneByOne(FixedText current, List<Problem> edits)
    {
        for (var i = edits.Count - 1; i >= 0; i--)
        {
            if (TryApply(current, [edits[i]]) is { } better)
            {
                current = better;
            }
            else
            {
                _refused.Add(Identity(edits[i]));
            }
        }

        return current;
    }

    private FixedText? TryApply(FixedText current, List<Problem> mended)
    {
        var text = Apply(current.Text, [.. mended.Select(problem => problem.Edit!)]);
        var problems = check(text);
        var isBetter = CountBroken(problems) <= CountBroken(current.Remaining)
            && mended.GroupBy(Identity, StringComparer.Ordinal).All(same => Count(problems, same.Key) <= Count(current.Remaining, same.Key) - same.Count());
        return isBetter ? new FixedText(text, [.. current.Mended, .. mended], problems) : null;
    }

    // What a text must never gain: then a reader may see something else than was written.
    private static int CountBroken(IReadOnlyList<Problem> problems) =>
        problems.Count(problem => problem.Rule == ProblemRules.Syntax || problem.Rule == ProblemRules.DuplicateKey || problem.Rule == ProblemRules.LimitExceeded);

    private static int Count(IReadOnlyList<Problem> problems, string identity) => problems.Count(problem => Identity(problem) == identity);

    // Places move with every edit, messages do not.
    private static string Identity(Problem problem) => problem.Rule.Id + " " + problem.Message;
}
