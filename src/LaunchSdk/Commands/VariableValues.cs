using LaunchSdk.Problems;

namespace LaunchSdk.Commands;

/// <summary>The values that a job gives to a queue's template variables, checked against their schemas, with the defaults.</summary>
internal static class VariableValues
{
    /// <summary>Values by name; problems carry the path <c>--set-var</c>, because they come from no file.</summary>
    public static IReadOnlyDictionary<string, string> Resolve(DockerRunRequest request, List<Problem> problems)
    {
        var declared = request.Queue.TemplateVariables;
        if (request.Queue.Name is null && declared.Count == 0)
        {
            return request.Variables;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Variables)
        {
            if (!declared.TryGetValue(name, out var variable))
            {
                var known = declared.Count == 0 ? "it has none" : $"it has {string.Join(", ", declared.Keys)}";
                var wayOut = NearestName.Find(name, declared.Keys) is [var nearest, ..] ? $"did you mean '{nearest}'?" : known;
                problems.Add(At(name, ProblemRules.UnknownVariable, $"the queue has no template variable '{name}': {wayOut}"));
            }
            else if (variable.Refuse(value) is { } reason)
            {
                problems.Add(At(name, ProblemRules.InvalidVariable, $"'{value}' is not a value of {name}: {reason}"));
            }
            else
            {
                values[name] = value;
            }
        }

        foreach (var (name, variable) in declared)
        {
            if (!request.Variables.ContainsKey(name) && variable.Schema?.Default is { } fallback)
            {
                values[name] = fallback.Text;
            }
        }

        return values;
    }

    private static Problem At(string name, ProblemRule rule, string message) =>
        new(rule, $"--set-var {name}", default, new TextPosition(1, 1), new TextPosition(1, 1), message);
}
