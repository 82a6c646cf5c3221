using LaunchSdk.Settings;

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
}
