using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Settings;
using LaunchSdk.Validation;

namespace LaunchSdk.Analyzers.Generation;

/// <summary>A queue as the C# expression that makes it.</summary>
internal static class QueueExpression
{
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

        yield return "    Config = new global::LaunchSdk.DockerQueueConfig";
        yield return "    {";
        foreach (var option in queue.Settings.Select(setting => setting.Option).Distinct())
        {
            if (Value(queue.Settings, option) is { } value)
            {
                yield return $"        {option.Member} = {value},";
            }
        }

        if (queue.Builder.Kind == ConfigNodeKind.Mapping)
        {
            yield return $"        Builder = {NodeExpressions.Create(LaunchSchemas.QueueBuilderConfig, Builder(queue.Builder))},";
        }

        yield return "    },";
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

    // As the typed members see it: an explicit null takes the option away, and a single option has its last value.
    private static string? Value(OptionSettings settings, DockerOption option)
    {
        if (settings.Find(option) is not { } setting)
        {
            return null;
        }

        return option.Arity switch
        {
            OptionArity.Flag => setting.Flag == true ? "true" : "false",
            OptionArity.Repeatable => Literals.Texts(settings.AllTexts(option)),
            _ => Literals.Text(settings.FindText(option) ?? ""),
        };
    }

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
