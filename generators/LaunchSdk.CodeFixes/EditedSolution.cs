using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.CodeFixes;

/// <summary>Puts edits into the documents of a solution, additional files too.</summary>
internal static class EditedSolution
{
    /// <summary>The solution with the edits made in one document: of those that overlap the first, and none that lies outside the text.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, TextDocument document, IEnumerable<DiagnosticEdit> edits, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changed = text.WithChanges(Choose(edits, text.Length));
        return document is Document
            ? solution.WithDocumentText(document.Id, changed)
            : solution.WithAdditionalDocumentText(document.Id, changed);
    }

    private static List<TextChange> Choose(IEnumerable<DiagnosticEdit> edits, int length)
    {
        var chosen = new List<TextChange>();
        var end = -1;
        foreach (var change in edits.Select(edit => edit.Change).OrderBy(change => change.Span.Start))
        {
            if (change.Span.Start > end && change.Span.End <= length)
            {
                chosen.Add(change);
                end = change.Span.End;
            }
        }

        return chosen;
    }
}
