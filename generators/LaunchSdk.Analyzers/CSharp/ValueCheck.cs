using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>
/// Checks constants that become values, by conversion or through a factory, with the grammar that the running program would use.
/// </summary>
internal static class ValueCheck
{
    /// <summary>Checks a conversion of a constant to a value or a list of values.</summary>
    public static void CheckConversion(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (SdkTypes.ConvertedValue(conversion.OperatorMethod) is not { } type)
        {
            return;
        }

        var option = MemberOptions.FindTarget(conversion);
        if (conversion.Operand.ConstantValue is { HasValue: true, Value: not string })
        {
            CheckReading(context, conversion, conversion.Operand.Syntax, option);
        }
        else
        {
            CheckTexts(context, conversion.Operand, option, GrammarCheck.OfType(type.Name));
        }
    }

    /// <summary>Checks a constant that a member of plain text gets.</summary>
    public static void CheckAssignment(OperationAnalysisContext context)
    {
        if (
            context.Operation
                is ISimpleAssignmentOperation
                {
                    Target: IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_String } property },
                    Value: { } value
                }
            && MemberOptions.Find(property) is { } option
        )
        {
            CheckTexts(context, value, option, null);
        }
    }

    /// <summary>Checks a call of a factory of values, or of the queue's builder.</summary>
    public static void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var type = call.TargetMethod.ContainingType;
        if (SdkTypes.IsQueueBuilder(type))
        {
            BuilderPairs.Check(context, call);
            if (
                call.Arguments is [{ Parameter.Type.SpecialType: SpecialType.System_String, Value: { } plain }]
                && MemberOptions.Find(call.TargetMethod) is { } option
            )
            {
                CheckTexts(context, plain, option, null);
            }

            return;
        }

        if (!SdkTypes.IsFactory(type) || (!call.TargetMethod.IsStatic && !SdkTypes.IsValue(type)))
        {
            return;
        }

        if (
            call.TargetMethod.Name == "Parse"
            && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { } text
        )
        {
            CheckTexts(context, text, MemberOptions.FindTarget(call), GrammarCheck.OfType(type.Name));
        }
        else if (SdkTypes.IsValue(call.Type))
        {
            CheckReading(context, call, call.Syntax, MemberOptions.FindTarget(call));
        }
    }

    /// <summary>
    /// Checks a text against an option's grammar, or the value type's where no option is known. A template is anything until it is
    /// replaced: only its macros are checked.
    /// </summary>
    public static void CheckText(OperationAnalysisContext context, SyntaxNode place, DockerOption? option, Grammar? grammar, string text)
    {
        if (TemplateText.IsTemplate(text))
        {
            MacroCheck.Check(context, place, text);
        }
        else if ((option?.Grammar ?? grammar) is { } known && GrammarCheck.Check(known, text) is { } error)
        {
            context.ReportDiagnostic(CodeDiagnostics.Create(place, error, option));
        }
    }

    private static void CheckTexts(OperationAnalysisContext context, IOperation value, DockerOption? option, Grammar? grammar)
    {
        foreach (var (text, place) in PossibleTexts.Of(value))
        {
            CheckText(context, place, option, grammar, text);
        }
    }

    private static void CheckReading(OperationAnalysisContext context, IOperation operation, SyntaxNode place, DockerOption? option)
    {
        if (StaticValues.Read(operation) is not { } reading)
        {
            return;
        }

        if (reading.Refusal is { } refusal)
        {
            context.ReportDiagnostic(
                CodeDiagnostics.Create(
                    option is null ? InvalidValue.Of(refusal) : InvalidValue.Of(option.Name, refusal),
                    Place(operation, reading.Parameter, place).GetLocation()
                )
            );
        }
        else if (option is not null && !reading.Value!.IsTemplate && GrammarCheck.Check(option.Grammar, reading.Value.Text) is { } error)
        {
            context.ReportDiagnostic(CodeDiagnostics.Create(CodeDiagnostics.InvalidText(error, option), place.GetLocation()));
        }
    }

    // The parameter that the refusal names, or the only one there is.
    private static SyntaxNode Place(IOperation operation, string? parameter, SyntaxNode whole)
    {
        var written = operation is IInvocationOperation call
            ? call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).ToArray()
            : [];
        var named = written.FirstOrDefault(argument => argument.Parameter?.Name == parameter) ?? (written.Length == 1 ? written[0] : null);
        return named?.Value.Syntax ?? whole;
    }
}
