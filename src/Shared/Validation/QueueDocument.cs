using LaunchSdk.Documents;
using LaunchSdk.Settings;
using static LaunchSdk.Validation.QueueKeys;

namespace LaunchSdk.Validation;

/// <summary>The parts of a queue file, whichever of the two shapes it has. What the file lacks is a missing node.</summary>
internal sealed class QueueDocument
{
    private QueueDocument(OptionSettings settings, ConfigNode builder)
    {
        Settings = settings;
        Builder = builder;
    }

    /// <summary>The queue's name; missing where the file holds the bare options.</summary>
    public ConfigNode Name { get; private init; }

    /// <summary>The order of jobs.</summary>
    public ConfigNode PrioritizationMode { get; private init; }

    /// <summary>The mapping of template variables.</summary>
    public ConfigNode TemplateVariables { get; private init; }

    /// <summary>The options, as far as they could be read.</summary>
    public OptionSettings Settings { get; }

    /// <summary>The builder block.</summary>
    public ConfigNode Builder { get; }

    /// <summary>The name that a file gives to its queue; null where it holds the bare options or is broken there.</summary>
    public static string? FindName(ConfigNode root) =>
        root.Kind == ConfigNodeKind.Mapping
        && root.TryGetMember(NameKey, out var name)
        && name.Kind == ConfigNodeKind.String
        && name.Text is { Length: > 0 } text
            ? text
            : null;

    /// <summary>The mapping of options: below <c>resource_args</c>, or the document itself.</summary>
    public static ConfigNode FindOptions(ConfigNode root) =>
        root.Kind == ConfigNodeKind.Mapping
        && root.TryGetMember(ResourceArgsKey, out var args)
        && args.Kind == ConfigNodeKind.Mapping
        && args.TryGetMember(ResourceKey, out var options)
            ? options
            : root;

    /// <summary>Reads and checks a queue file; the problems tell whether the result can be used.</summary>
    public static QueueDocument Read(ProblemList problems, IReadOnlyCollection<string> allowedEnvironment)
    {
        var root = problems.Document.Root;
        if (root.Kind != ConfigNodeKind.Mapping || !root.TryGetMember(NameKey, out var name))
        {
            var bare = new OptionSetReader(problems, new TemplateScope(null, allowedEnvironment)).Read(root, out var bareBuilder);
            return new QueueDocument(bare, bareBuilder);
        }

        // The declared names have to be known before the values that use them are checked.
        var declared =
            root.TryGetMember(VariablesKey, out var variables) && variables.Kind == ConfigNodeKind.Mapping
                ? new HashSet<string>(variables.Members.Select(member => member.Key.Text), StringComparer.Ordinal)
                : [];
        var scope = new TemplateScope(declared, allowedEnvironment);
        new SchemaValidator(problems, scope).Validate(root, LaunchSchemas.DockerQueueDefinition, "queue definition");
        TemplateVariableRules.Check(variables, problems);

        // The schema's walk has reported what is wrong with the options; this one only collects them.
        var settings = new OptionSetReader(ProblemList.Closed(problems.Document), scope).Read(FindOptions(root), out var builder);
        root.TryGetMember(ModeKey, out var mode);
        return new QueueDocument(settings, builder)
        {
            Name = name,
            PrioritizationMode = mode,
            TemplateVariables = variables,
        };
    }
}
