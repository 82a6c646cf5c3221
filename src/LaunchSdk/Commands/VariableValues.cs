using LaunchSdk.Configuration;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Commands;

/// <summary>The values that a job gives to a queue's template variables, checked against their schemas, with the defaults.</summary>
internal static class VariableValues
{
    /// <summary>Values by name; a problem is located at the variable of the request.</summary>
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
                problems.Add(UnknownVariable.NotOfQueue(name, [.. declared.Keys]).At(LocationOf(name)));
            }
            else if (variable.Refuse(value) is { } reason)
            {
                problems.Add(InvalidVariable.Value(value, name, reason).At(LocationOf(name)));
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

    private static RequestLocation LocationOf(string name) => new($"variable {name}");
}
