using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Validation;

/// <summary>What the schema of a template variable asks of itself.</summary>
internal static class TemplateVariableRules
{
    /// <summary>
    /// Reports schemas that contradict themselves: an empty range, limits of a text, values that the schema itself refuses.
    /// </summary>
    /// <param name="variables">The mapping of <c>template_variables</c>; variables that break the JSON Schema are left to the schema
    /// validator.</param>
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
                problems.Add(found.Violation, place.TryGetMember(found.Key, out var value) ? value : place);
            }
        }
    }

    private static (string Key, Violation Violation)? Contradiction(string name, ConfigNode schema)
    {
        var limits = VariableLimits.Read(schema);
        if (limits.Type == "string" && (limits.Minimum ?? limits.Maximum) is not null)
        {
            return (limits.Minimum is null ? "maximum" : "minimum", InvalidVariable.BoundsOfText(name));
        }

        if (limits.Minimum > limits.Maximum)
        {
            return (
                "maximum",
                InvalidVariable.EmptyRange(name, VariableLimits.Number(limits.Minimum), VariableLimits.Number(limits.Maximum))
            );
        }

        if (limits.Allowed?.FirstOrDefault(item => limits.RefuseNumber(item) is not null) is { } stranger)
        {
            return ("enum", InvalidVariable.Stranger(stranger, name, limits.RefuseNumber(stranger)!));
        }

        return
            schema.TryGetMember("default", out var fallback)
            && fallback.Kind != ConfigNodeKind.Null
            && limits.Refuse(fallback.Text) is { } reason
            ? ("default", InvalidVariable.Default(name, reason))
            : null;
    }
}
