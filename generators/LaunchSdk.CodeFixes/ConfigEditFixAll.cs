using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LaunchSdk.CodeFixes;

/// <summary>Mends all problems of one rule in a document, a project or the solution. Roslyn's own batch fixer knows no additional files.</summary>
internal sealed class ConfigEditFixAll : FixAllProvider
{
    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var solution = fixAllContext.Solution;
        foreach (var project in Projects(fixAllContext))
        {
            var diagnostics = await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (var file in diagnostics.Where(IsMeant).GroupBy(diagnostic => FindDocument(project, diagnostic)))
            {
                if (file.Key is { } document && (fixAllContext.Scope != FixAllScope.Document || fixAllContext.Document is null || document.Id == fixAllContext.Document.Id))
                {
                    solution = await EditedSolution.ApplyAsync(solution, document, file.Select(DiagnosticEdit.Of).OfType<DiagnosticEdit>(), fixAllContext.CancellationToken).ConfigureAwait(false);
                }
            }
        }

        return CodeAction.Create("Mend every such problem", _ => Task.FromResult(solution), fixAllContext.CodeActionEquivalenceKey);

        bool IsMeant(Diagnostic diagnostic) => diagnostic.Id == fixAllContext.CodeActionEquivalenceKey && DiagnosticEdit.Of(diagnostic) is not null;
    }

    private static IEnumerable<Project> Projects(FixAllContext context) =>
        context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];

    private static TextDocument? FindDocument(Project project, Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? project.GetDocument(tree)
        : project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == diagnostic.Location.GetLineSpan().Path);
}
