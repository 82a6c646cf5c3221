using LaunchSdk.SchemaGenerator.Models;
using LaunchSdk.SchemaGenerator.Parsing;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>C# types of option values.</summary>
internal static class OptionTypes
{
    private const string Values = "global::LaunchSdk.Values.";

    /// <summary>The row in the option table.</summary>
    public static string Row(OptionModel option) => $"global::LaunchSdk.Options.DockerOptions.{option.Member}";

    /// <summary>The type of one value: <c>bool</c>, <c>string</c>, or a value type.</summary>
    public static string One(OptionModel option) =>
        option.Kind switch
        {
            OptionKind.Flag => "bool",
            OptionKind.Single => Find(option) is { } type ? Values + type : "string",
            _ => Values + ValueType(option),
        };

    /// <summary>The type of the property of the queue's configuration; null is unset.</summary>
    public static string Property(OptionModel option) =>
        option.Kind == OptionKind.Repeatable ? $"global::LaunchSdk.OptionList<{One(option)}>?" : One(option) + "?";

    /// <summary>True when the one value is plain text.</summary>
    public static bool IsText(OptionModel option) => option.Kind == OptionKind.Single && Find(option) is null;

    /// <summary>The value types that options use as type arguments.</summary>
    public static EquatableArray<string> Used(IEnumerable<OptionModel> options) =>
        options
            .Where(option => option.Kind == OptionKind.Repeatable || (option.Kind == OptionKind.Single && !IsText(option)))
            .Select(ValueType)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(type => type, StringComparer.Ordinal)
            .ToEquatableArray();

    private static string ValueType(OptionModel option) => Find(option) ?? Grammars.TextValue;

    // The type of a list of words is called as its grammar.
    private static string? Find(OptionModel option) => option.WordsCalled is null ? Grammars.ValueType(option.Grammar) : option.Grammar;
}
