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
        _problems is null ? [] : _problems.List.OrderBy(static problem => problem.File!.Range.Start).ToArray();

    /// <summary>The problems found so far, for a list that goes on with them.</summary>
    public FoundProblems CollectProblems() => new(this, _problems);

    public TextPosition GetPosition(int offset) => (_lines ??= new LineTable(Text)).GetPosition(Math.Max(0, Math.Min(offset, Text.Length)));

    /// <summary>A problem at a place of this text.</summary>
    public Problem CreateProblem(Violation violation, TextRange range, ConfigEdit? edit = null, ValueMask? mask = null) =>
        violation.At(LocationOf(range), mask, IsUtf8 ? edit : null);

    /// <summary>Adds a problem to those of this text.</summary>
    public void Report(Violation violation, TextRange range, ConfigEdit? edit = null) =>
        (_problems ??= new FoundProblems(this, null)).Add(violation, range, edit);

    private FileLocation LocationOf(TextRange range) => new(Path, range, GetPosition(range.Start), GetPosition(range.End));
}
