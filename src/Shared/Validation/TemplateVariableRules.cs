using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation;

/// <summary>What the schema of a template variable asks of itself.</summary>
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
            if (
                shape.Count == known
                && member.Value.TryGetMember("schema", out var place)
                && Contradiction(member.Key.Text, place) is { } found
            )
            {
                problems.Add(ProblemRules.InvalidVariable, place.TryGetMember(found.Key, out var value) ? value : place, found.Message);
            }
        }
    }

    private static (string Key, string Message)? Contradiction(string name, ConfigNode schema)
    {
        var limits = VariableLimits.Read(schema);
        if (limits.Type == "string" && (limits.Minimum ?? limits.Maximum) is not null)
        {
            return (
                limits.Minimum is null ? "maximum" : "minimum",
                $"{name} is text, and text has no minimum or maximum: remove it, or make the type integer or number"
            );
        }

        if (limits.Minimum > limits.Maximum)
        {
            return (
                "maximum",
                $"{name} has no values: its minimum {VariableLimits.Number(limits.Minimum)} is above its maximum {VariableLimits.Number(limits.Maximum)}"
            );
        }

        if (limits.Allowed?.FirstOrDefault(item => limits.RefuseNumber(item) is not null) is { } stranger)
        {
            return ("enum", $"'{stranger}' can never be a value of {name}: {limits.RefuseNumber(stranger)}");
        }

        return
            schema.TryGetMember("default", out var fallback)
            && fallback.Kind != ConfigNodeKind.Null
            && limits.Refuse(fallback.Text) is { } reason
            ? ("default", $"the default of {name} is not one of its values: {reason}")
            : null;
    }
}
