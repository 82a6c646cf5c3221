using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>
/// Tells the SDK's types in user code apart, by name: the analyzer works with whichever version of the SDK is referenced.
/// </summary>
internal static class SdkTypes
{
    private const string SdkNamespace = "LaunchSdk";
    private const string ValuesNamespace = "LaunchSdk.Values";

    /// <summary>Metadata name of the base of all values; without it a compilation does not use the SDK.</summary>
    public const string Value = ValuesNamespace + ".DockerValue";

    /// <summary>Whether the type is the typed configuration of a queue.</summary>
    public static bool IsQueueConfig(ITypeSymbol? type) => Is(type, SdkNamespace, "DockerQueueConfig");

    /// <summary>Whether the type is the builder of a queue.</summary>
    public static bool IsQueueBuilder(ITypeSymbol? type) => Is(type, SdkNamespace, "DockerQueueBuilder");

    /// <summary>Whether the type is a value, <c>ByteSize</c> and its like.</summary>
    public static bool IsValue(ITypeSymbol? type) => type?.BaseType is { } parent && Is(parent, ValuesNamespace, "DockerValue");

    /// <summary>Whether the type makes values: a value type, or a static class beside them such as <c>Gpus</c>.</summary>
    public static bool IsFactory(ITypeSymbol? type) => type is not null && NamespaceOf(type) == ValuesNamespace;

    /// <summary>The value type that a conversion operator makes, alone or in a list; null for other types' operators.</summary>
    public static ITypeSymbol? ConvertedValue(IMethodSymbol? conversion) =>
        conversion?.ContainingType switch
        {
            { } type when IsValue(type) => type,
            { TypeArguments: [var item] } list when Is(list, SdkNamespace, "OptionList") => item,
            _ => null,
        };

    private static bool Is(ITypeSymbol? type, string space, string name) => type?.Name == name && NamespaceOf(type) == space;

    private static string NamespaceOf(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() ?? "";
}
