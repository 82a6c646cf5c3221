using System.Collections.Immutable;
using LaunchSdk.Analyzers.Diagnostics;
using LaunchSdk.Documents;
using LaunchSdk.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.CodeFixes.Tests;

/// <summary>Reports what is wrong with the bare options in additional files: the smallest source of diagnostics that carry edits.</summary>
#pragma warning disable RS1041 // The compiler never loads this analyzer; it runs in this test only.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class QueueProblems : DiagnosticAnalyzer
#pragma warning restore RS1041
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => LaunchDiagnostics.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(static file =>
        {
            var path = file.AdditionalFile.Path;
            var document = ConfigDocument.Read(file.AdditionalFile.GetText()!.ToString(), ConfigFormats.Detect(path, ""), path);
            var problems = new ProblemList(document);
            new OptionSetReader(problems, TemplateScope.Open).Read(document.Root, out _);
            foreach (var problem in problems.ToOrderedList())
            {
                file.ReportDiagnostic(ProblemDiagnostics.Create(problem, path));
            }
        });
    }
}
