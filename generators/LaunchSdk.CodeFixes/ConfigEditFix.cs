using System.Collections.Immutable;
using System.Composition;
using LaunchSdk.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LaunchSdk.CodeFixes;

/// <summary>Offers the edit that a diagnostic carries: in queue files, launch-config.yaml and job files, and in literals of C#.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(ConfigEditFix),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)]
)]
[Shared]
public sealed class ConfigEditFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [.. ProblemRules.All.Where(rule => rule.HasFix).Select(rule => rule.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new ConfigEditFixAll();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (
                DiagnosticEdit.Of(diagnostic) is { } edit
                && await ConfigFileFix.HelpsAsync(document, diagnostic.Id, edit, context.CancellationToken).ConfigureAwait(false)
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        edit.Title,
                        cancellation => EditedSolution.ApplyAsync(document.Project.Solution, document, [edit], cancellation),
                        equivalenceKey: diagnostic.Id
                    ),
                    diagnostic
                );
            }
        }
    }
}
