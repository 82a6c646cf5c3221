using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Validation.Edits;

/// <summary>
/// Applies the edits that problems carry until none is left that helps, so that fixing again changes nothing. An edit that does not
/// remove its problem, breaks the file or leaves it with more errors is taken back. A text whose notation stays broken is left alone:
/// nobody knows what is meant where.
/// </summary>
/// <param name="check">All problems of a text.</param>
/// <param name="isWanted">Which problems to mend; null for all.</param>
internal sealed class ConfigFixer(Func<string, IReadOnlyList<Problem>> check, Func<Problem, bool>? isWanted = null)
{
    // A mended key shows its value's problem, that a wrong type, that a template: real files need three rounds.
    // The rest is for files of thousands of problems, of which each round sees the first thousand.
    private const int MostRounds = 100;

    // What was refused in one pass may help after the others.
    private const int MostPasses = 10;

    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>The text with everything mended that a machine can mend.</summary>
    public FixedText Fix(string text)
    {
        var current = new FixedText(text, [], check(text));
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var next = Pass(current);
            if (next.Text == current.Text)
            {
                break;
            }

            current = next;
        }

        return current;
    }

    // Notation first: it says where values end.
    private FixedText Pass(FixedText current)
    {
        if (!IsBroken(current.Remaining))
        {
            return Improve(current, IsWanted);
        }

        var readable = MakeRounds(current, IsNotation, takesMoreErrors: true);
        if (IsBroken(readable.Remaining))
        {
            return current;
        }

        return isWanted is null
            ? readable
            : MakeRounds(current, problem => IsNotation(problem) && IsWanted(problem), takesMoreErrors: true);
    }

    // A mended key can show more errors below it than it was itself. If they stay, each edit has to prove itself.
    private FixedText Improve(FixedText current, Func<Problem, bool> isMeant)
    {
        var mended = MakeRounds(current, isMeant, takesMoreErrors: true);
        return CountErrors(mended.Remaining) <= CountErrors(current.Remaining)
            ? mended
            : MakeRounds(current, isMeant, takesMoreErrors: false);
    }

    private FixedText MakeRounds(FixedText current, Func<Problem, bool> isMeant, bool takesMoreErrors)
    {
        _refused.Clear();
        for (var round = 0; round < MostRounds; round++)
        {
            var edits = EditSet.Choose(
                current.Remaining.Where(problem => problem.Edit is not null && isMeant(problem) && !_refused.Contains(Attempt(problem))),
                problem => problem.Edit!.Range
            );
            if (edits.Count == 0)
            {
                break;
            }

            current = ApplyAll(current, edits, takesMoreErrors);
        }

        return current;
    }

    private bool IsWanted(Problem problem) => isWanted is null || isWanted(problem);

    private static bool IsNotation(Problem problem) => problem.Rule == Syntax.Rule;

    private static bool IsBroken(IReadOnlyList<Problem> problems) => problems.Any(IsNotation);

    // Halves, so that one edit that does not help costs little where thousands do. The later half first: the places of the other stay.
    private FixedText ApplyAll(FixedText current, List<Problem> edits, bool takesMoreErrors)
    {
        if (TryApply(current, edits, takesMoreErrors) is { } better)
        {
            return better;
        }

        if (edits.Count == 1)
        {
            _refused.Add(Attempt(edits[0]));
            return current;
        }

        var half = edits.Count / 2;
        var later = ApplyAll(current, edits.GetRange(half, edits.Count - half), takesMoreErrors);
        return ApplyAll(later, edits.GetRange(0, half), takesMoreErrors);
    }

    private FixedText? TryApply(FixedText current, List<Problem> mended, bool takesMoreErrors)
    {
        var text = EditSet.Apply(current.Text, mended.Select(problem => problem.Edit!));
        if (text == current.Text)
        {
            return null;
        }

        var problems = check(text);
        var isBetter =
            CountBroken(problems) <= CountBroken(current.Remaining)
            && (takesMoreErrors || CountErrors(problems) <= CountErrors(current.Remaining))
            && (IsCut(current.Remaining) || AreGone(current.Remaining, mended, problems));
        return isBetter ? new FixedText(text, [.. current.Mended, .. mended], problems) : null;
    }

    private static bool AreGone(IReadOnlyList<Problem> before, List<Problem> mended, IReadOnlyList<Problem> after)
    {
        var countBefore = before.ToLookup(Identity, StringComparer.Ordinal);
        var countAfter = after.ToLookup(Identity, StringComparer.Ordinal);
        return mended
            .GroupBy(Identity, StringComparer.Ordinal)
            .All(same => countAfter[same.Key].Count() <= countBefore[same.Key].Count() - same.Count());
    }

    // Behind the last problem that is listed there are others, which look the same and come up once the first are mended.
    private static bool IsCut(IReadOnlyList<Problem> problems) =>
        problems.Count > ConfigLimits.MaxProblems && problems.Any(problem => problem.Rule == LimitExceeded.Rule);

    private static int CountErrors(IReadOnlyList<Problem> problems) => problems.Count(problem => problem.Severity == ProblemSeverity.Error);

    // What a text must never gain: then a reader may see something else than was written.
    private static int CountBroken(IReadOnlyList<Problem> problems) =>
        problems.Count(problem => problem.Rule == Syntax.Rule || problem.Rule == DuplicateKey.Rule || problem.Rule == LimitExceeded.Rule);

    // Another edit of the same problem, such as one that knows what was mended beside it, is another attempt.
    private static string Attempt(Problem problem) => Identity(problem) + "\n" + problem.Edit!.NewText;

    // Places move with every edit, messages do not.
    private static string Identity(Problem problem) => problem.Rule.Id + " " + problem.Message;
}
