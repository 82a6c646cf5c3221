using System.Collections.ObjectModel;
using LaunchSdk.Configuration;
using LaunchSdk.Documents;
using LaunchSdk.Settings;
using LaunchSdk.Validation;
using static LaunchSdk.Validation.QueueKeys;

namespace LaunchSdk;

/// <summary>Reads and writes queue files of both shapes.</summary>
internal static class QueueFile
{
    /// <summary>Longest queue name that W&amp;B takes.</summary>
    public const int LongestName = 64;

    /// <summary>Reads a document that is a queue.</summary>
    public static ConfigResult<DockerQueue> Read(ConfigDocument document, QueueReadOptions options)
    {
        var problems = new ProblemList(document);
        var queue = problems.IsReadable ? Read(problems, options) : null;
        return new ConfigResult<DockerQueue>(queue, problems);
    }

    /// <summary>Reads a job's override: bare options, or the <c>resource_args</c> of a job.</summary>
    public static ConfigResult<DockerQueueConfig> ReadOverride(ConfigDocument document, QueueReadOptions options)
    {
        var problems = new ProblemList(document);
        var config = problems.IsReadable
            ? ReadConfig(QueueDocument.FindOptions(document.Root), problems, new TemplateScope(null, options.AllowedEnvironment))
            : null;
        return new ConfigResult<DockerQueueConfig>(config, problems);
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

    private static DockerQueue? Read(ProblemList problems, QueueReadOptions options)
    {
        var file = QueueDocument.Read(problems, options.AllowedEnvironment);
        return problems.HasErrors
            ? null
            : new DockerQueue
            {
                Name = file.Name.IsMissing ? null : file.Name.Text,
                PrioritizationMode = ReadMode(file.PrioritizationMode),
                TemplateVariables = ReadVariables(file.TemplateVariables),
                Config = CreateConfig(file.Settings, file.Builder),
            };
    }

    private static PrioritizationMode? ReadMode(ConfigNode node)
    {
        if (node.Kind != ConfigNodeKind.String)
        {
            return null;
        }

        return node.Text == "V0" ? PrioritizationMode.V0 : PrioritizationMode.Disabled;
    }

    private static IReadOnlyDictionary<string, TemplateVariable> ReadVariables(ConfigNode node)
    {
        if (node.IsMissing)
        {
            return ReadOnlyDictionary<string, TemplateVariable>.Empty;
        }

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
        return CreateConfig(settings, problems.HasErrors ? default : builder);
    }

    private static DockerQueueConfig CreateConfig(OptionSettings settings, ConfigNode builder) =>
        new(settings) { Builder = builder.Kind == ConfigNodeKind.Mapping ? DeprecatedKeys.Fold(QueueBuilderConfig.Read(builder)) : null };

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
