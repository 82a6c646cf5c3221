using LaunchSdk.Problems;
using LaunchSdk.Validation.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.CodeFixes;

/// <summary>Puts edits into the documents of a solution, additional files too.</summary>
internal static class EditedSolution
{
    /// <summary>
    /// The solution with the edits made in one document: of those that overlap the first, and none that lies outside the text.
    /// </summary>
    public static async Task<Solution> ApplyAsync(
        Solution solution,
        TextDocument document,
        IEnumerable<DiagnosticEdit> edits,
        CancellationToken cancellationToken
    )
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var inside = edits.Select(edit => edit.Change).Where(change => change.Span.End <= text.Length);
        return With(
            solution,
            document,
            text.WithChanges(EditSet.Choose(inside, change => new TextRange(change.Span.Start, change.Span.Length)))
        );
    }

    /// <summary>The solution with another text in a document; its encoding stays.</summary>
    public static Solution With(Solution solution, TextDocument document, SourceText text) =>
        document is Document ? solution.WithDocumentText(document.Id, text) : solution.WithAdditionalDocumentText(document.Id, text);
}
