using System.Globalization;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Validation;

namespace LaunchSdk.Configuration;

/// <summary>What the schema of a template variable asks of itself and of the values that a job gives.</summary>
internal static class TemplateVariableRules
{
    /// <summary>Reports schemas that contradict themselves: an empty range, limits of a text, values that the schema itself refuses.</summary>
    /// <param name="variables">The mapping of <c>template_variables</c>; variables that break the JSON Schema are left to the schema validator.</param>
    /// <param name="problems">Takes the problems.</param>
    public static void Check(ConfigNode variables, ProblemList problems)
    {
        if (variables.IsMissing)
        {
            return;
        }

        foreach (var member in variables.Members)
        {
            var shape = new ProblemList(variables.Document);
            var known = shape.Count;
            new SchemaValidator(shape, TemplateScope.Open).Validate(member.Value, LaunchSchemas.TemplateVariable, member.Key.Text);
            if (shape.Count == known && member.Value.TryGetMember("schema", out var place)
                && Contradiction(member.Key.Text, TemplateVariable.Read(member.Value)) is { } found)
            {
                problems.Add(ProblemRules.InvalidVariable, place.TryGetMember(found.Key, out var value) ? value : place, found.Message);
            }
        }
    }

    private static (string Key, string Message)? Contradiction(string name, TemplateVariable variable)
    {
        var schema = variable.Schema!;
        if (schema.Type == TemplateVariableType.String && (schema.Minimum ?? schema.Maximum) is not null)
        {
            return (schema.Minimum is null ? "maximum" : "minimum", $"{name} is text, and text has no minimum or maximum: remove it, or make the type integer or number");
        }

        if (schema.Minimum > schema.Maximum)
        {
            return ("maximum", $"{name} has no values: its minimum {Number(schema.Minimum)} is above its maximum {Number(schema.Maximum)}");
        }

        if (schema.Enum?.FirstOrDefault(item => RefuseNumber(schema, item.Text) is not null) is { } stranger)
        {
            return ("enum", $"'{stranger.Text}' can never be a value of {name}: {RefuseNumber(schema, stranger.Text)}");
        }

        return schema.Default is { } fallback && Refuse(variable, fallback.Text) is { } reason
            ? ("default", $"the default of {name} is not one of its values: {reason}")
            : null;
    }

    /// <summary>Why a value is not one of the variable's; null when it is.</summary>
    public static string? Refuse(TemplateVariable variable, string value)
    {
        var schema = variable.Schema;
        if (schema is null)
        {
            return null;
        }

        return RefuseNumber(schema, value)
            ?? (schema.Enum is { Count: > 0 } allowed && !allowed.Any(item => item.Text == value) ? $"write {NodeText.OneOf([.. allowed.Select(item => item.Text)])}" : null);
    }

    private static string? RefuseNumber(TemplateVariableSchema schema, string value)
    {
        if (schema.Type is not (TemplateVariableType.Integer or TemplateVariableType.Number))
        {
            return null;
        }

        var style = schema.Type == TemplateVariableType.Integer ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        if (!double.TryParse(value, style, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return schema.Type == TemplateVariableType.Integer ? "write a whole number" : "write a number";
        }

        return number < schema.Minimum || number > schema.Maximum
            ? $"write a number {(schema.Minimum is { } least ? $"from {Number(least)} " : "")}{(schema.Maximum is { } most ? $"up to {Number(most)}" : "")}".TrimEnd()
            : null;
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
