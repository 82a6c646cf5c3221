using System.Collections.Immutable;
using LaunchSdk.Analyzers.Diagnostics;
using LaunchSdk.Analyzers.Generation;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Analyzers.Files;

/// <summary>
/// Reports what only the files of a project together show: queues that nothing defines, and names that cannot become members.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProjectAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var queues = new List<ConfigDocument>();
        var agents = new List<ConfigDocument>();
        foreach (var text in context.Options.AdditionalFiles)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (
                ConfigFiles.Find(text, context.Options.AnalyzerConfigOptionsProvider) is not { Kind: not ConfigFileKind.Job } file
                || DocumentCache.Read(text, context.CancellationToken) is not { } document
            )
            {
                continue;
            }

            (file.Kind == ConfigFileKind.Queue ? queues : agents).Add(document);
        }

        Report(context, ProjectRules.Find(queues, agents));
        Report(context, MemberNames.FindProblems(MemberNames.QueueClass, queues));
        Report(context, MemberNames.FindProblems(MemberNames.AgentClass, agents));
    }

    private static void Report(CompilationAnalysisContext context, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            context.ReportDiagnostic(ProblemDiagnostics.Create(problem, problem.File!.Path));
        }
    }
}
