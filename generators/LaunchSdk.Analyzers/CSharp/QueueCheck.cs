using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>
/// Checks the options of a queue together, where an object initializer, a <c>with</c>, a lambda or a method over the builder sets them.
/// </summary>
internal static class QueueCheck
{
    /// <summary>Checks <c>new DockerQueueConfig { ... }</c>.</summary>
    public static void CheckCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (SdkTypes.IsQueueConfig(creation.Type) && creation.Initializer is { } initializer)
        {
            CheckInitializer(context, initializer, new StaticSettings());
        }
    }

    /// <summary>Checks <c>config with { ... }</c>; the original may set more.</summary>
    public static void CheckWith(OperationAnalysisContext context)
    {
        var copy = (IWithOperation)context.Operation;
        if (SdkTypes.IsQueueConfig(copy.Type))
        {
            var settings = new StaticSettings();
            CheckInitializer(context, copy.Initializer, settings, hasMore: true);
        }
    }

    /// <summary>Checks a lambda that takes the builder, such as that of <c>DockerQueue.Create</c>.</summary>
    public static void CheckLambda(OperationAnalysisContext context)
    {
        var lambda = (IAnonymousFunctionOperation)context.Operation;
        CheckBody(context, lambda.Symbol, lambda.Body, hasMore: false);
    }

    /// <summary>Checks a local function that takes the builder; who calls it may set more.</summary>
    public static void CheckLocalFunction(OperationAnalysisContext context)
    {
        var function = (ILocalFunctionOperation)context.Operation;
        CheckBody(context, function.Symbol, function.Body, hasMore: true);
    }

    /// <summary>Checks a method that takes the builder; who calls it may set more.</summary>
    public static void CheckMethod(OperationAnalysisContext context)
    {
        var method = (IMethodBodyOperation)context.Operation;
        if (context.ContainingSymbol is IMethodSymbol symbol)
        {
            CheckBody(context, symbol, method.BlockBody ?? method.ExpressionBody, hasMore: true);
        }
    }

    private static void CheckBody(OperationAnalysisContext context, IMethodSymbol method, IBlockOperation? body, bool hasMore)
    {
        if (body is null || method.Parameters is not [var builder] || !SdkTypes.IsQueueBuilder(builder.Type))
        {
            return;
        }

        var settings = new StaticSettings();
        foreach (var statement in body.Operations)
        {
            hasMore |= !ReadStatement(settings, statement, builder);
        }

        if (hasMore)
        {
            settings.AssumeMore();
        }

        Report(context, settings);
    }

    private static void CheckInitializer(
        OperationAnalysisContext context,
        IObjectOrCollectionInitializerOperation initializer,
        StaticSettings settings,
        bool hasMore = false
    )
    {
        foreach (var member in initializer.Initializers)
        {
            if (
                member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
                && MemberOptions.Find(target.Property) is { } option
            )
            {
                settings.Set(option, assignment.Value, assignment.Syntax.GetLocation());
            }
        }

        if (hasMore)
        {
            settings.AssumeMore();
        }

        Report(context, settings);
    }

    /// <summary>Reads a statement that is a chain of calls on the builder; false for any other, which may set options unseen.</summary>
    private static bool ReadStatement(StaticSettings settings, IOperation statement, IParameterSymbol builder)
    {
        var expression = statement switch
        {
            IExpressionStatementOperation { Operation: var called } => called,
            IReturnOperation { ReturnedValue: null } => null,
            IReturnOperation { ReturnedValue: { } returned } => returned,
            _ => statement,
        };
        return expression is null || ReadChain(settings, expression, builder);
    }

    private static bool ReadChain(StaticSettings settings, IOperation expression, IParameterSymbol builder)
    {
        if (expression is IConversionOperation conversion)
        {
            return ReadChain(settings, conversion.Operand, builder);
        }

        if (expression is IParameterReferenceOperation reference)
        {
            return SymbolEqualityComparer.Default.Equals(reference.Parameter, builder);
        }

        if (
            expression is not IInvocationOperation { Instance: { } receiver } call
            || !SdkTypes.IsQueueBuilder(call.TargetMethod.ContainingType)
            || !ReadChain(settings, receiver, builder)
        )
        {
            return false;
        }

        ReadCall(settings, call);
        return true;
    }

    private static void ReadCall(StaticSettings settings, IInvocationOperation call)
    {
        var place = Place(call);
        if (call.Arguments.Length == 1 && MemberOptions.Find(call.TargetMethod) is { } option)
        {
            settings.Add(option, call.Arguments[0].Value, place);
        }
        else if (BuilderPairs.Read(call) is var (pair, text))
        {
            settings.AddText(pair, text, place);
        }
    }

    // The call without the chain before it.
    private static Location Place(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } invocation
            ? Location.Create(invocation.SyntaxTree, TextSpan.FromBounds(member.Name.SpanStart, invocation.Span.End))
            : call.Syntax.GetLocation();

    private static void Report(OperationAnalysisContext context, StaticSettings settings)
    {
        foreach (var diagnostic in settings.Check())
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
