using LaunchSdk.Problems;
using LaunchSdk.Validation;

namespace LaunchSdk;

/// <summary>The limits that a template variable sets, for the rules that the analyzer shares.</summary>
internal static class TemplateVariableLimits
{
    /// <summary>Why a value is not one of the variable's; null when it is.</summary>
    public static MessageText? Refuse(this TemplateVariable variable, string value) =>
        variable.Schema is not { } schema
            ? null
            : new VariableLimits
            {
                Type = schema.Type switch
                {
                    TemplateVariableType.Integer => "integer",
                    TemplateVariableType.Number => "number",
                    _ => "string",
                },
                Minimum = schema.Minimum,
                Maximum = schema.Maximum,
                Allowed = schema.Enum?.Select(item => item.Text).ToArray(),
            }.Refuse(value);
}
