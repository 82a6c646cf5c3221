using LaunchSdk.Docker.Requests;
using LaunchSdk.Options;

namespace LaunchSdk.Docker.Translation;

/// <summary>The log driver and its options.</summary>
internal sealed class LoggingTranslation : ITranslationArea
{
    public IReadOnlyList<DockerOption> Options { get; } = [DockerOptions.LogDriver, DockerOptions.LogOpt];

    public void Apply(TranslationContext context) =>
        context.Host.LogConfig = new LogConfig
        {
            Type = context.Text(DockerOptions.LogDriver),
            Config = ProcessTranslation.KeyValues(context, DockerOptions.LogOpt) ?? [],
        };
}
