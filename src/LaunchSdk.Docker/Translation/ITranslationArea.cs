using LaunchSdk.Options;

namespace LaunchSdk.Docker.Translation;

/// <summary>Translates the options of one area. Each option belongs to exactly one area, or is client-side; a test holds that.</summary>
internal interface ITranslationArea
{
    /// <summary>The options that this area reads.</summary>
    IReadOnlyList<DockerOption> Options { get; }

    /// <summary>Writes what the options say into the request.</summary>
    void Apply(TranslationContext context);
}
