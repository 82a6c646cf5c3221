using Docker.DotNet.Models;
using LaunchSdk.Options;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Translation;

/// <summary>The health check. Docker counts a zero setting as not given.</summary>
internal sealed class HealthTranslation : ITranslationArea
{
    private const int NanosecondsOfTick = 100;

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
            context.Parameters.Healthcheck = new HealthcheckConfig { Test = ["NONE"] };
            return;
        }

        var command = context.Text(DockerOptions.HealthCmd);
        var retries = context.Number(DockerOptions.HealthRetries);
        var times = new HealthNanoseconds(
            Nanoseconds(context, DockerOptions.HealthInterval),
            Nanoseconds(context, DockerOptions.HealthTimeout),
            Nanoseconds(context, DockerOptions.HealthStartPeriod),
            Nanoseconds(context, DockerOptions.HealthStartInterval)
        );
        if (command.Length == 0 && retries == 0 && times == new HealthNanoseconds(0, 0, 0, 0))
        {
            return;
        }

        context.Extras.Health = times.AreWholeTicks ? null : times;
        context.Parameters.Healthcheck = new HealthcheckConfig
        {
            Test = command.Length > 0 ? ["CMD-SHELL", command] : null,
            Interval = Span(times.Interval),
            Timeout = Span(times.Timeout),
            StartPeriod = Span(times.StartPeriod),
            StartInterval = Span(times.StartInterval),
            Retries = retries == 0 ? null : retries,
        };
    }

    private static long Nanoseconds(TranslationContext context, DockerOption option) =>
        context.Value<DockerDuration>(option)?.Nanoseconds ?? 0;

    private static TimeSpan? Span(long nanoseconds) => nanoseconds == 0 ? null : new TimeSpan(nanoseconds / NanosecondsOfTick);
}
