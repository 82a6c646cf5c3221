using System.Collections.Immutable;
using LaunchSdk.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>Checks queues that are written in C#, with the rules of configuration files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CodeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SdkTypes.Value) is null)
            {
                return;
            }

            start.RegisterOperationAction(ValueCheck.CheckConversion, OperationKind.Conversion);
            start.RegisterOperationAction(ValueCheck.CheckAssignment, OperationKind.SimpleAssignment);
            start.RegisterOperationAction(ValueCheck.CheckCall, OperationKind.Invocation);
            start.RegisterOperationAction(QueueCheck.CheckCreation, OperationKind.ObjectCreation);
            start.RegisterOperationAction(QueueCheck.CheckWith, OperationKind.With);
            start.RegisterOperationAction(QueueCheck.CheckLambda, OperationKind.AnonymousFunction);
            start.RegisterOperationAction(QueueCheck.CheckLocalFunction, OperationKind.LocalFunction);
            start.RegisterOperationAction(QueueCheck.CheckMethod, OperationKind.MethodBody);
            start.RegisterOperationAction(IgnoredResultCheck.Check, OperationKind.ExpressionStatement);
        });
    }
}
