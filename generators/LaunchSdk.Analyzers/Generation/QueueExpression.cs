using LaunchSdk.Documents;
using LaunchSdk.Settings;
using LaunchSdk.Validation;

namespace LaunchSdk.Analyzers.Generation;

/// <summary>A queue as the C# expression that makes it.</summary>
internal static class QueueExpression
{
    private const string ConfigType = "global::LaunchSdk.DockerQueueConfig";

    /// <summary>The lines of the expression.</summary>
    public static IEnumerable<string> Of(QueueDocument queue)
    {
        yield return "new global::LaunchSdk.DockerQueue";
        yield return "{";
        if (!queue.Name.IsMissing)
        {
            yield return $"    Name = {Literals.Text(queue.Name.Text)},";
        }

        if (queue.PrioritizationMode.Kind == ConfigNodeKind.String)
        {
            yield return $"    PrioritizationMode = global::LaunchSdk.PrioritizationMode.{(queue.PrioritizationMode.Text == "V0" ? "V0" : "Disabled")},";
        }

        if (queue.TemplateVariables.Kind == ConfigNodeKind.Mapping)
        {
            yield return "    TemplateVariables = new global::System.Collections.Generic.Dictionary<string, global::LaunchSdk.TemplateVariable>";
            yield return "    {";
            foreach (var variable in queue.TemplateVariables.Members)
            {
                yield return $"        [{Literals.Text(variable.Key.Text)}] = {NodeExpressions.Of(variable.Value, LaunchSchemas.TemplateVariable)},";
            }

            yield return "    },";
        }

        foreach (var line in Config(queue))
        {
            yield return line;
        }

        yield return "}";
    }

    /// <summary>What the settings say, one line an option, for documentation; values that may be secret are left out.</summary>
    public static IEnumerable<string> Facts(OptionSettings settings)
    {
        foreach (var setting in settings.Where(setting => !setting.IsNull))
        {
            yield return setting switch
            {
                { Option.IsSecret: true } => $"{setting.Name}: ({string.Join(", ", setting.Texts.Select(NameOnly))})",
                { Flag: { } flag } => $"{setting.Name}: {(flag ? "true" : "false")}",
                _ => $"{setting.Name}: {string.Join(", ", setting.Texts)}",
            };
        }
    }

    // The options as they are written, in one call: each typed initializer would be bound by the compiler, and read again by the program.
    private static IEnumerable<string> Config(QueueDocument queue)
    {
        var end =
            queue.Builder.Kind == ConfigNodeKind.Mapping
                ? $" with {{ Builder = {NodeExpressions.Create(LaunchSchemas.QueueBuilderConfig, Builder(queue.Builder))} }},"
                : ",";
        if (queue.Settings.Count == 0)
        {
            yield return $"    Config = {ConfigType}.FromChecked(){end}";
            yield break;
        }

        yield return $"    Config = {ConfigType}.FromChecked(";
        var last = queue.Settings.Count - 1;
        for (var i = 0; i <= last; i++)
        {
            yield return $"        {Literals.Text(queue.Settings[i].Name)}, {Value(queue.Settings[i])}{(i < last ? "," : ")" + end)}";
        }
    }

    private static string Value(OptionSetting setting) =>
        setting switch
        {
            { IsNull: true } => "null",
            { Flag: { } flag } => flag ? "true" : "false",
            { Text: { } text } => Literals.Text(text),
            { Texts: { Count: 0 } } => "new string[0]",
            _ => $"new string[] {{ {string.Join(", ", setting.Texts.Select(Literals.Text))} }}",
        };

    // `cuda` is the older spelling of `accelerator`, which wins.
    private static List<(string Member, string Expression)> Builder(ConfigNode builder)
    {
        var members = NodeExpressions.Members(builder, LaunchSchemas.QueueBuilderConfig);
        var older = members.FindIndex(member => member.Member == "Cuda");
        if (older >= 0)
        {
            var (_, expression) = members[older];
            members.RemoveAt(older);
            if (!members.Exists(member => member.Member == "Accelerator"))
            {
                members.Add(("Accelerator", expression));
            }
        }

        return members;
    }

    private static string NameOnly(string text)
    {
        var sign = text.IndexOf('=');
        return sign < 0 ? text : text.Substring(0, sign);
    }
}
