using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>A text with the name of its file, and the problems found in it so far.</summary>
internal sealed class DocumentSource(string path, string text)
{
    private LineTable? _lines;
    private FoundProblems? _problems;

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>Whether the limit of problems is reached: reading ends.</summary>
    public bool IsFull => _problems is { IsFull: true };

    /// <summary>Whether the file's bytes are those of the text. Where they are not, no edit of the text is one of the file.</summary>
    public bool IsUtf8 { get; init; } = true;

    /// <summary>The problems, in the order of the text.</summary>
    public IReadOnlyList<Problem> Problems =>
        _problems is null ? [] : _problems.List.OrderBy(static problem => problem.Range.Start).ToArray();

    /// <summary>The problems found so far, for a list that goes on with them.</summary>
    public FoundProblems CollectProblems() => new(this, _problems);

    public TextPosition GetPosition(int offset) => (_lines ??= new LineTable(Text)).GetPosition(Math.Max(0, Math.Min(offset, Text.Length)));

    public Problem CreateProblem(ProblemRule rule, TextRange range, MessageText message, ConfigEdit? edit, ValueMask? mask = null) =>
        new(rule, Path, range, GetPosition(range.Start), GetPosition(range.End), message.ToString(mask), IsUtf8 ? edit : null);

    public void Report(ProblemRule rule, TextRange range, MessageText message, ConfigEdit? edit = null) =>
        (_problems ??= new FoundProblems(this, null)).Add(rule, range, message, edit);
}
