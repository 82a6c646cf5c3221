using LaunchSdk.Configuration;

namespace LaunchSdk.Cli.Commands.Submit;

/// <summary>Values of template variables as a job has them: numbers where the queue's schema says so, else text.</summary>
internal static class VariableText
{
    /// <summary>The job's values with those of the command line over them.</summary>
    public static IReadOnlyDictionary<string, ConfigValue> Merge(
        IReadOnlyDictionary<string, ConfigValue>? job,
        IReadOnlyDictionary<string, string> given,
        DockerQueue queue
    )
    {
        var merged = new Dictionary<string, ConfigValue>(job ?? new Dictionary<string, ConfigValue>(), StringComparer.Ordinal);
        foreach (var (name, text) in given)
        {
            merged[name] = queue.TemplateVariables.GetValueOrDefault(name)?.Schema?.Type
                is TemplateVariableType.Integer
                    or TemplateVariableType.Number
                ? Number(text)
                : text;
        }

        return merged;
    }

    // Text that is no number stays text, and the check against the schema says so.
    private static ConfigValue Number(string text)
    {
        try
        {
            var value = ConfigValue.Parse(text);
            return value.Kind is Documents.ConfigNodeKind.Number ? value : text;
        }
        catch (FormatException)
        {
            return text;
        }
    }
}
