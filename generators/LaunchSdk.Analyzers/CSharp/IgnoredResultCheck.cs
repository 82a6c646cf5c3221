using LaunchSdk.Problems.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>Finds With calls on immutable values whose result goes nowhere: the call then does nothing.</summary>
internal static class IgnoredResultCheck
{
    private const string With = "With";

    /// <summary>Checks a statement.</summary>
    public static void Check(OperationAnalysisContext context)
    {
        if (
            ((IExpressionStatementOperation)context.Operation).Operation
                is not IInvocationOperation { TargetMethod: { IsStatic: false } method } call
            || !method.Name.StartsWith(With, StringComparison.Ordinal)
            || !SdkTypes.IsValue(method.ContainingType)
            || !SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType)
        )
        {
            return;
        }

        context.ReportDiagnostic(
            CodeDiagnostics.Create(IgnoredResult.Of(method.ContainingType.Name, method.Name), call.Syntax.GetLocation())
        );
    }
}
