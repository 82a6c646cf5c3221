using System.Reflection;
using LaunchSdk.Values;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>
/// Calls a member of a value type with constant arguments, while compiling. The members are pure, and the analyzer holds the same value
/// types as the SDK, so
/// that what throws here throws in the program.
/// </summary>
internal static class ValueCalls
{
    private static readonly Assembly Values = typeof(DockerValue).Assembly;

    /// <summary>The result; null when this analyzer's types have no such member.</summary>
    public static ValueReading? Invoke(IMethodSymbol method, object? instance, object?[] arguments)
    {
        if (
            FindType(method.ContainingType)
                ?.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)
                .FirstOrDefault(candidate => IsSame(candidate, method))
            is not { } member
        )
        {
            return null;
        }

        try
        {
            return member.Invoke(instance, arguments) is DockerValue value ? new ValueReading(value) : null;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is ArgumentException refusal and not ArgumentNullException)
        {
            return new ValueReading(null, Sentence(refusal.Message), refusal.ParamName);
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is FormatException refusal)
        {
            return new ValueReading(null, refusal.Message);
        }
        catch (Exception unknown) when (unknown is TargetInvocationException or TargetParameterCountException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The value of a static member such as <c>Pull.Always</c>; null when this analyzer's types have no such member.</summary>
    public static DockerValue? Read(IPropertySymbol property) =>
        FindType(property.ContainingType)?.GetProperty(property.Name, BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
        as DockerValue;

    private static Type? FindType(ITypeSymbol type) => SdkTypes.IsFactory(type) ? Values.GetType("LaunchSdk.Values." + type.Name) : null;

    private static bool IsSame(MethodInfo candidate, IMethodSymbol method)
    {
        var parameters = candidate.GetParameters();
        return candidate.Name == method.Name
            && candidate.IsStatic == method.IsStatic
            && parameters.Length == method.Parameters.Length
            && parameters.Zip(method.Parameters, (own, theirs) => IsSame(own.ParameterType, theirs.Type)).All(same => same);
    }

    private static bool IsSame(Type own, ITypeSymbol theirs) =>
        theirs switch
        {
            IArrayTypeSymbol array => own.IsArray && IsSame(own.GetElementType()!, array.ElementType),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Nullable.GetUnderlyingType(own)
                is { } inner
                && IsSame(inner, nullable.TypeArguments[0]),
            _ => own.Name == theirs.MetadataName && own.Namespace == theirs.ContainingNamespace?.ToDisplayString(),
        };

    // The framework ends the message of an argument's exception with the parameter's name.
    private static string Sentence(string message)
    {
        var end = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        end = end < 0 ? message.IndexOf("\r\nParameter name:", StringComparison.Ordinal) : end;
        return end < 0 ? message : message.Substring(0, end);
    }
}
