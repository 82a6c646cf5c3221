using System.Collections.Immutable;
using LaunchSdk.Analyzers.Diagnostics;
using LaunchSdk.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Analyzers.Files;

/// <summary>Reports every problem of each configuration file on its own: what <c>launch validate</c> reports.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider;
        if (
            ConfigFiles.Find(context.AdditionalFile, options) is not { } file
            || DocumentCache.Read(file.Text, context.CancellationToken) is not { } document
        )
        {
            return;
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        var allowed = ProjectSettings.Read(options.GlobalOptions).AllowedNames;
        foreach (var problem in ConfigFileValidator.Validate(document, file.Kind, allowed))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            context.ReportDiagnostic(ProblemDiagnostics.Create(problem, file.Text.Path));
        }
    }
}
