using System.Globalization;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Validation;

/// <summary>The values that a template variable may have: what its schema says, with numbers for the numeric types.</summary>
internal sealed record VariableLimits
{
    /// <summary><c>string</c>, <c>integer</c> or <c>number</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Smallest number; null for no bound.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest number; null for no bound.</summary>
    public double? Maximum { get; init; }

    /// <summary>The only values allowed, as text; null for any.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>Reads the <c>schema</c> of a variable that the schema validator has accepted.</summary>
    public static VariableLimits Read(ConfigNode schema) =>
        new()
        {
            Type = schema.TryGetMember("type", out var type) ? type.Text : "string",
            Minimum = ReadNumber(schema, "minimum"),
            Maximum = ReadNumber(schema, "maximum"),
            Allowed =
                schema.TryGetMember("enum", out var allowed) && allowed.Kind == ConfigNodeKind.Sequence
                    ? [.. allowed.Items.Select(item => item.Text)]
                    : null,
        };

    /// <summary>Why a value is not one of the variable's; null when it is.</summary>
    public MessageText? Refuse(string value) =>
        RefuseNumber(value) ?? (Allowed is { Count: > 0 } && !Allowed.Contains(value) ? InvalidVariable.WriteOneOf(Allowed) : null);

    /// <summary>Why a value is not of the variable's type or outside its bounds.</summary>
    public MessageText? RefuseNumber(string value)
    {
        if (Type is not ("integer" or "number"))
        {
            return null;
        }

        var style = Type == "integer" ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        if (
            !double.TryParse(value, style, CultureInfo.InvariantCulture, out var number)
            || double.IsNaN(number)
            || double.IsInfinity(number)
        )
        {
            return InvalidVariable.WriteNumber(isWhole: Type == "integer");
        }

        return number < Minimum || number > Maximum ? InvalidVariable.WriteNumber(Bound(Minimum), Bound(Maximum)) : null;
    }

    /// <summary>A bound as a person writes it.</summary>
    public static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string? Bound(double? value) => value is null ? null : Number(value);

    private static double? ReadNumber(ConfigNode schema, string key) =>
        schema.TryGetMember(key, out var node) && node.Kind == ConfigNodeKind.Number
            ? double.Parse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;
}
