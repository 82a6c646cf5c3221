using System.ComponentModel;
using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Problems;
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

    /// <summary>
    /// For members generated from queue files: makes a configuration of settings that the compiler has checked, with no parsing and no
    /// check.
    /// One call with texts, because the compiler has to bind every typed initializer of every file: that is most of what a project with
    /// many files would cost.
    /// </summary>
    /// <param name="settings">
    /// Names of options with or without an alias, each followed by its value: a <see cref="string"/>, an array of them, a
    /// <see cref="bool"/> for a flag, null for an explicit null.
    /// </param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ArgumentException">A name is not an option's, or a value is of another kind.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static DockerQueueConfig FromChecked(params object?[] settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Length % 2 != 0)
        {
            throw new ArgumentException(MessageText.Of($"'{settings[^1]}' has no value"), nameof(settings));
        }

        var read = new OptionSettings(settings.Length / 2);
        for (var i = 0; i < settings.Length; i += 2)
        {
            if (settings[i] is not string name || !DockerOptions.TryGet(name, out var option))
            {
                throw new ArgumentException(MessageText.Of($"'{settings[i]}' is not an option of docker run"), nameof(settings));
            }

            read.Append(
                settings[i + 1] switch
                {
                    null => OptionSetting.OfNull(option, name),
                    bool flag => OptionSetting.OfFlag(option, flag, name),
                    string text => OptionSetting.OfText(option, text, name),
                    string[] texts => OptionSetting.OfTexts(option, texts, name),
                    var other => throw new ArgumentException(
                        MessageText.Of($"{name}: '{other}' is not a text, a list of texts, a flag or null"),
                        nameof(settings)
                    ),
                }
            );
        }

        return new DockerQueueConfig(read);
    }

    /// <summary>Reads a mapping that was validated.</summary>
    internal static DockerQueueConfig Read(ConfigNode node)
    {
        var settings = new OptionSetReader(new ProblemList(node.Document), TemplateScope.Open).Read(node, out var builder);
        return new DockerQueueConfig(settings)
        {
            Builder = builder.Kind == ConfigNodeKind.Mapping ? DeprecatedKeys.Fold(QueueBuilderConfig.Read(builder)) : null,
        };
    }

    internal void Write(ConfigWriter writer) => QueueFile.WriteConfig(writer, this);
}
