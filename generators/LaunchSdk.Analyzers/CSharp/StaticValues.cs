using LaunchSdk.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>
/// Reads the value of an expression that consists of constants: a converted constant, a factory call, a With call, a static member.
/// </summary>
internal static class StaticValues
{
    /// <summary>The value or its refusal; null when only the running program can tell.</summary>
    public static ValueReading? Read(IOperation operation) =>
        operation switch
        {
            IParenthesizedOperation parenthesized => Read(parenthesized.Operand),
            IConversionOperation { OperatorMethod: null } conversion => Read(conversion.Operand),
            IConversionOperation conversion => ReadConversion(conversion),
            IInvocationOperation call => ReadCall(call),
            IPropertyReferenceOperation { Property.IsStatic: true } member => ValueCalls.Read(member.Property) is { } value
                ? new ValueReading(value)
                : null,
            _ => null,
        };

    private static ValueReading? ReadConversion(IConversionOperation conversion)
    {
        if (SdkTypes.ConvertedValue(conversion.OperatorMethod) is not { } type)
        {
            return null;
        }

        if (
            !SdkTypes.IsValue(conversion.OperatorMethod!.ContainingType)
            && conversion.Operand.ConstantValue is not { HasValue: true, Value: string }
        )
        {
            return Read(conversion.Operand);
        }

        return TryReadArgument(conversion.Operand, out var argument) && argument is not null
            ? argument is string text && type is INamedTypeSymbol named
                ? Parse(named, text)
                : ValueCalls.Invoke(conversion.OperatorMethod, null, [argument])
            : null;
    }

    private static ValueReading? ReadCall(IInvocationOperation call)
    {
        var instance = call.Instance is null ? null : Read(call.Instance)?.Value;
        if (
            !SdkTypes.IsFactory(call.TargetMethod.ContainingType)
            || (instance is null && !call.TargetMethod.IsStatic)
            || instance is { IsTemplate: true }
        )
        {
            return null;
        }

        var arguments = new object?[call.Arguments.Length];
        foreach (var argument in call.Arguments)
        {
            if (!TryReadArgument(argument.Value, out arguments[argument.Parameter!.Ordinal]))
            {
                return null;
            }
        }

        return ValueCalls.Invoke(call.TargetMethod, instance, arguments);
    }

    private static ValueReading? Parse(INamedTypeSymbol type, string text) =>
        type.GetMembers("Parse").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == 1) is { } parse
            ? ValueCalls.Invoke(parse, null, [text])
            : null;

    private static bool TryReadArgument(IOperation operation, out object? value)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            value = constant;
            return true;
        }

        if (
            operation is IArrayCreationOperation { Initializer: { } items }
            && items.ElementValues.All(item => item.ConstantValue is { HasValue: true, Value: string })
        )
        {
            value = items.ElementValues.Select(item => (string)item.ConstantValue.Value!).ToArray();
            return true;
        }

        value = Read(operation)?.Value;
        return value is DockerValue;
    }
}
