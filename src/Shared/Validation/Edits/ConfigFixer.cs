using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation.Edits;

/// <summary>Applies the edits that problems carry until none is left that helps. An edit that does not remove its problem, or breaks the file, is taken back.</summary>
/// <param name="check">All problems of a text.</param>
/// <param name="isWanted">Which problems to mend; null for all.</param>
internal sealed class ConfigFixer(Func<string, IReadOnlyList<Problem>> check, Func<Problem, bool>? isWanted = null)
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
            var edits = EditSet.Choose(current.Remaining.Where(CanMend), problem => problem.Edit!.Range);
            if (edits.Count == 0)
            {
                break;
            }

            current = ApplyAll(current, edits);
        }

        return current;
    }

    private bool CanMend(Problem problem) =>
        problem.Edit is not null && (isWanted is null || isWanted(problem)) && !_refused.Contains(Attempt(problem));

    // Halves, so that one edit that does not help costs little where thousands do. The later half first: the places of the other stay.
    private FixedText ApplyAll(FixedText current, List<Problem> edits)
    {
        if (TryApply(current, edits) is { } better)
        {
            return better;
        }

        if (edits.Count == 1)
        {
            _refused.Add(Attempt(edits[0]));
            return current;
        }

        var half = edits.Count / 2;
        return ApplyAll(ApplyAll(current, edits.GetRange(half, edits.Count - half)), edits.GetRange(0, half));
    }

    private FixedText? TryApply(FixedText current, List<Problem> mended)
    {
        var text = EditSet.Apply(current.Text, mended.Select(problem => problem.Edit!));
        if (text == current.Text)
        {
            return null;
        }

        var problems = check(text);
        var isBetter = CountBroken(problems) <= CountBroken(current.Remaining) && (IsCut(current.Remaining) || AreGone(current.Remaining, mended, problems));
        return isBetter ? new FixedText(text, [.. current.Mended, .. mended], problems) : null;
    }

    private static bool AreGone(IReadOnlyList<Problem> before, List<Problem> mended, IReadOnlyList<Problem> after)
    {
        var countBefore = before.ToLookup(Identity, StringComparer.Ordinal);
        var countAfter = after.ToLookup(Identity, StringComparer.Ordinal);
        return mended.GroupBy(Identity, StringComparer.Ordinal).All(same => countAfter[same.Key].Count() <= countBefore[same.Key].Count() - same.Count());
    }

    // Behind the last problem that is listed there are others, which look the same and come up once the first are mended.
    private static bool IsCut(IReadOnlyList<Problem> problems) =>
        problems.Count > ConfigLimits.MaxProblems && problems.Any(problem => problem.Rule == ProblemRules.LimitExceeded);

    // What a text must never gain: then a reader may see something else than was written.
    private static int CountBroken(IReadOnlyList<Problem> problems) =>
        problems.Count(problem => problem.Rule == ProblemRules.Syntax || problem.Rule == ProblemRules.DuplicateKey || problem.Rule == ProblemRules.LimitExceeded);

    // Another edit of the same problem, such as one that knows what was mended beside it, is another attempt.
    private static string Attempt(Problem problem) => Identity(problem) + "\n" + problem.Edit!.NewText;

    // Places move with every edit, messages do not.
    private static string Identity(Problem problem) => problem.Rule.Id + " " + problem.Message;
}
