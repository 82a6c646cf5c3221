using System.Globalization;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Validation;

namespace LaunchSdk.Configuration;

/// <summary>What the schema of a template variable asks of itself and of the values that a job gives.</summary>
internal static class TemplateVariableRules
{
    /// <summary>Reports schemas that contradict themselves: an empty range, a default that its own schema refuses.</summary>
    public static void Check(IReadOnlyDictionary<string, TemplateVariable> variables, ConfigNode node, ProblemList problems)
    {
        foreach (var (name, variable) in variables)
        {
            if (variable.Schema is not { } schema || !node.TryGetMember(name, out var place))
            {
                continue;
            }

            if (schema.Minimum > schema.Maximum)
            {
                problems.Add(ProblemRules.InvalidVariable, place, $"{name} has no values: its minimum {Number(schema.Minimum)} is above its maximum {Number(schema.Maximum)}");
            }
            else if (schema.Default is { } fallback && Refuse(variable, fallback.Text) is { } reason)
            {
                problems.Add(ProblemRules.InvalidVariable, place, $"the default of {name} is not one of its values: {reason}");
            }
        }
    }

    /// <summary>Why a value is not one of the variable's; null when it is.</summary>
    public static string? Refuse(TemplateVariable variable, string value)
    {
        var schema = variable.Schema;
        if (schema is null)
        {
            return null;
        }

        if (schema.Type is TemplateVariableType.Integer or TemplateVariableType.Number)
        {
            var style = schema.Type == TemplateVariableType.Integer ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
            if (!double.TryParse(value, style, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            {
                return schema.Type == TemplateVariableType.Integer ? "write a whole number" : "write a number";
            }

            if (number < schema.Minimum || number > schema.Maximum)
            {
                return $"write a number {(schema.Minimum is { } least ? $"from {Number(least)} " : "")}{(schema.Maximum is { } most ? $"up to {Number(most)}" : "")}".TrimEnd();
            }
        }

        return schema.Enum is { Count: > 0 } allowed && !allowed.Any(item => item.Text == value)
            ? $"write {NodeText.OneOf([.. allowed.Select(item => item.Text)])}"
            : null;
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
