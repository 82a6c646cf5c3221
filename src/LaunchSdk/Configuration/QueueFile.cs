using LaunchSdk.Documents;
using LaunchSdk.Settings;
using LaunchSdk.Validation;

namespace LaunchSdk.Configuration;

/// <summary>Reads and writes queue files of both shapes.</summary>
internal static class QueueFile
{
    /// <summary>Longest queue name that W&amp;B takes.</summary>
    public const int LongestName = 64;

    private const string NameKey = "queue";
    private const string ModeKey = "prioritization_mode";
    private const string VariablesKey = "template_variables";
    private const string ResourceArgsKey = "resource_args";
    private const string ResourceKey = "local-container";

    /// <summary>Reads a document that is a queue.</summary>
    public static ConfigResult<DockerQueue> Read(ConfigDocument document, QueueReadOptions options)
    {
        var problems = new ProblemList(document);
        var queue = problems.IsReadable ? Read(document.Root, problems, options) : null;
        return new ConfigResult<DockerQueue>(queue, problems.ToOrderedList());
    }

    /// <summary>Reads a job's override: bare options, or the <c>resource_args</c> of a job.</summary>
    public static ConfigResult<DockerQueueConfig> ReadOverride(ConfigDocument document, QueueReadOptions options)
    {
        var problems = new ProblemList(document);
        var config = problems.IsReadable ? ReadConfig(FindOptions(document.Root), problems, new TemplateScope(null, options.AllowedEnvironment)) : null;
        return new ConfigResult<DockerQueueConfig>(config, problems.ToOrderedList());
    }

    /// <summary>Writes the definition where the queue has a name, else the bare options.</summary>
    public static string Write(DockerQueue queue, ConfigFormat format)
    {
        var writer = ConfigWriter.Create(format);
        if (queue.Name is null)
        {
            WriteConfig(writer, queue.Config);
            return writer.ToString()!;
        }

        writer.BeginMapping();
        writer.Key(NameKey);
        writer.String(queue.Name);
        if (queue.PrioritizationMode is { } mode)
        {
            writer.Key(ModeKey);
            writer.String(mode == PrioritizationMode.V0 ? "V0" : "DISABLED");
        }

        if (queue.TemplateVariables.Count > 0)
        {
            writer.Key(VariablesKey);
            writer.BeginMapping();
            foreach (var (name, variable) in queue.TemplateVariables)
            {
                writer.Key(name);
                variable.Write(writer);
            }

            writer.EndMapping();
        }

        writer.Key(ResourceArgsKey);
        writer.BeginMapping();
        writer.Key(ResourceKey);
        WriteConfig(writer, queue.Config);
        writer.EndMapping();
        writer.EndMapping();
        return writer.ToString()!;
    }

    private static DockerQueue? Read(ConfigNode root, ProblemList problems, QueueReadOptions options)
    {
        if (root.Kind != ConfigNodeKind.Mapping || !root.TryGetMember(NameKey, out var name))
        {
            return new DockerQueue { Config = ReadConfig(root, problems, new TemplateScope(null, options.AllowedEnvironment)) };
        }

        // The declared names have to be known before the values that use them are checked.
        var declared = root.TryGetMember(VariablesKey, out var variables) && variables.Kind == ConfigNodeKind.Mapping
            ? variables.Members.Select(member => member.Key.Text).ToArray()
            : [];
        var scope = new TemplateScope(declared, options.AllowedEnvironment);
        new SchemaValidator(problems, scope).Validate(root, LaunchSchemas.DockerQueueDefinition, "queue definition");
        TemplateVariableRules.Check(variables, problems);
        return problems.HasErrors ? null : new DockerQueue
        {
            Name = name.Text,
            PrioritizationMode = root.TryGetMember(ModeKey, out var mode) && mode.Kind == ConfigNodeKind.String
                ? (mode.Text == "V0" ? PrioritizationMode.V0 : PrioritizationMode.Disabled)
                : null,
            TemplateVariables = ReadVariables(variables),
            Config = ReadConfig(FindOptions(root), new ProblemList(problems.Document), scope),
        };
    }

    private static ConfigNode FindOptions(ConfigNode root) =>
        root.Kind == ConfigNodeKind.Mapping && root.TryGetMember(ResourceArgsKey, out var args)
        && args.Kind == ConfigNodeKind.Mapping && args.TryGetMember(ResourceKey, out var options)
            ? options
            : root;

    private static Dictionary<string, TemplateVariable> ReadVariables(ConfigNode node)
    {
        var variables = new Dictionary<string, TemplateVariable>(StringComparer.Ordinal);
        if (!node.IsMissing && node.Kind == ConfigNodeKind.Mapping)
        {
            foreach (var member in node.Members)
            {
                variables[member.Key.Text] = TemplateVariable.Read(member.Value);
            }
        }

        return variables;
    }

    private static DockerQueueConfig ReadConfig(ConfigNode node, ProblemList problems, TemplateScope scope)
    {
        var settings = new OptionSetReader(problems, scope).Read(node, out var builder);
        var isSet = builder.Kind == ConfigNodeKind.Mapping && !problems.HasErrors;
        return new DockerQueueConfig(settings) { Builder = isSet ? DeprecatedKeys.Fold(QueueBuilderConfig.Read(builder)) : null };
    }

    /// <summary>Writes the options and the builder block.</summary>
    public static void WriteConfig(ConfigWriter writer, DockerQueueConfig config)
    {
        writer.BeginMapping();
        foreach (var setting in config.Settings)
        {
            writer.Key(setting.Name);
            WriteValue(writer, setting);
        }

        if (config.Builder is { } builder)
        {
            writer.Key("builder");
            builder.Write(writer);
        }

        writer.EndMapping();
    }

    private static void WriteValue(ConfigWriter writer, OptionSetting setting)
    {
        if (setting.Flag is { } flag)
        {
            writer.Boolean(flag);
        }
        else if (setting.IsNull)
        {
            writer.Null();
        }
        else if (setting.Text is { } text)
        {
            writer.String(text);
        }
        else
        {
            writer.BeginSequence();
            foreach (var item in setting.Texts)
            {
                writer.String(item);
            }

            writer.EndSequence();
        }
    }
}
