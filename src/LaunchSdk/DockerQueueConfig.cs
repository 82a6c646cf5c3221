using LaunchSdk.Configuration;
using LaunchSdk.Documents;
using LaunchSdk.Settings;
using LaunchSdk.Validation;

namespace LaunchSdk;

/// <summary>
/// The configuration of a docker queue: the options of <c>docker run</c>, typed, and the <c>builder</c> block.
/// Options keep the order in which they were set. Immutable; <c>with</c> makes a changed copy.
/// </summary>
public sealed partial record DockerQueueConfig
{
    /// <summary>A configuration that sets nothing.</summary>
    public DockerQueueConfig() => Settings = new OptionSettings();

    internal DockerQueueConfig(OptionSettings settings) => Settings = settings;

    private DockerQueueConfig(DockerQueueConfig original)
    {
        Settings = new OptionSettings(original.Settings);
        Builder = original.Builder;
    }

    /// <summary>What is set, as text, in the order it was written.</summary>
    public OptionSettings Settings { get; }

    /// <summary>Reads a mapping that was validated.</summary>
    internal static DockerQueueConfig Read(ConfigNode node)
    {
        var settings = new OptionSetReader(new ProblemList(node.Document), TemplateScope.Open).Read(node, out var builder);
        return new DockerQueueConfig(settings) { Builder = builder.Kind == ConfigNodeKind.Mapping ? DeprecatedKeys.Fold(QueueBuilderConfig.Read(builder)) : null };
    }

    internal void Write(ConfigWriter writer) => QueueFile.WriteConfig(writer, this);
}
