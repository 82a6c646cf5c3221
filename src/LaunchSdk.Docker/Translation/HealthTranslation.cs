using LaunchSdk.Docker.Requests;
using LaunchSdk.Options;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Translation;

/// <summary>The health check. Docker counts a zero setting as not given.</summary>
internal sealed class HealthTranslation : ITranslationArea
{
    public IReadOnlyList<DockerOption> Options { get; } =
    [
        DockerOptions.HealthCmd,
        DockerOptions.HealthInterval,
        DockerOptions.HealthTimeout,
        DockerOptions.HealthStartPeriod,
        DockerOptions.HealthStartInterval,
        DockerOptions.HealthRetries,
        DockerOptions.NoHealthcheck,
    ];

    public void Apply(TranslationContext context)
    {
        if (context.Options.IsOn(DockerOptions.NoHealthcheck))
        {
            context.Request.Healthcheck = new HealthConfig { Test = ["NONE"] };
            return;
        }

        var command = context.Text(DockerOptions.HealthCmd);
        var retries = context.Number(DockerOptions.HealthRetries);
        var check = new HealthConfig
        {
            Test = command.Length > 0 ? ["CMD-SHELL", command] : null,
            Interval = Nanoseconds(context, DockerOptions.HealthInterval),
            Timeout = Nanoseconds(context, DockerOptions.HealthTimeout),
            StartPeriod = Nanoseconds(context, DockerOptions.HealthStartPeriod),
            StartInterval = Nanoseconds(context, DockerOptions.HealthStartInterval),
            Retries = retries == 0 ? null : retries,
        };
        var isGiven = check is not { Test: null, Interval: null, Timeout: null, StartPeriod: null, StartInterval: null, Retries: null };
        context.Request.Healthcheck = isGiven ? check : null;
    }

    private static long? Nanoseconds(TranslationContext context, DockerOption option) =>
        context.Value<DockerDuration>(option)?.Nanoseconds is not 0 and var nanoseconds ? nanoseconds : null;
}
