using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LaunchSdk.CodeFixes;

/// <summary>
/// Mends all problems of one rule in a document, a project or the solution. Roslyn's own batch fixer knows no additional files.
/// </summary>
internal sealed class ConfigEditFixAll : FixAllProvider
{
    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var files = new List<IGrouping<TextDocument, Diagnostic>>();
        foreach (var project in Projects(fixAllContext))
        {
            var diagnostics = await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            files.AddRange(
                diagnostics.Where(IsMeant).ToLookup(diagnostic => FindDocument(project, diagnostic)!).Where(file => file.Key is not null)
            );
        }

        if (fixAllContext.Scope == FixAllScope.Document)
        {
            // Roslyn does not say which additional file is meant; where only one can be, it is that.
            files =
                fixAllContext.Document is { } document ? [.. files.Where(file => file.Key.Id == document.Id)]
                : files.Count > 1 ? []
                : files;
        }

        return files.Count == 0
            ? null
            : CodeAction.Create(
                "Mend every such problem",
                cancellation => FixAsync(fixAllContext.Solution, files, cancellation),
                fixAllContext.CodeActionEquivalenceKey
            );

        bool IsMeant(Diagnostic diagnostic) =>
            diagnostic.Id == fixAllContext.CodeActionEquivalenceKey && DiagnosticEdit.Of(diagnostic) is not null;
    }

    private static async Task<Solution> FixAsync(
        Solution solution,
        IEnumerable<IGrouping<TextDocument, Diagnostic>> files,
        CancellationToken cancellationToken
    )
    {
        foreach (var file in files)
        {
            solution = await ConfigFileFix.TryFixAsync(file.Key, file.First().Id, cancellationToken).ConfigureAwait(false) is { } mended
                ? EditedSolution.With(solution, file.Key, mended)
                : await EditedSolution
                    .ApplyAsync(solution, file.Key, file.Select(DiagnosticEdit.Of).OfType<DiagnosticEdit>(), cancellationToken)
                    .ConfigureAwait(false);
        }

        return solution;
    }

    private static IEnumerable<Project> Projects(FixAllContext context) =>
        context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];

    private static TextDocument? FindDocument(Project project, Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree
            ? project.GetDocument(tree)
            : project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == diagnostic.Location.GetLineSpan().Path);
}
