using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>A text with the name of its file, and the problems found in it so far.</summary>
internal sealed class DocumentSource(string path, string text)
{
    private LineTable? _lines;
    private List<Problem>? _problems;

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>Whether the limit of problems is reached: reading ends.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The problems, in the order of the text.</summary>
    public IReadOnlyList<Problem> Problems =>
        _problems is null ? [] : _problems.OrderBy(static problem => problem.Range.Start).ToArray();

    public TextPosition GetPosition(int offset) =>
        (_lines ??= new LineTable(Text)).GetPosition(Math.Max(0, Math.Min(offset, Text.Length)));

    public Problem CreateProblem(ProblemRule rule, TextRange range, string message, ConfigEdit? edit) =>
        new(rule, Path, range, GetPosition(range.Start), GetPosition(range.End), message, edit);

    public void Report(ProblemRule rule, TextRange range, string message, ConfigEdit? edit = null)
    {
        if (IsFull)
        {
            return;
        }

        _problems ??= [];
        if (_problems.Count == ConfigLimits.MaxProblems)
        {
            IsFull = true;
            rule = ProblemRules.LimitExceeded;
            message = ConfigLimits.TooManyProblems;
            edit = null;
        }

        _problems.Add(CreateProblem(rule, range, message, edit));
    }
}
