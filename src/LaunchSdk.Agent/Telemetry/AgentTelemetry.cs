using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LaunchSdk.Agent.Telemetry;

/// <summary>
/// The names under which an agent's traces and metrics are found: give them to OpenTelemetry's <c>AddSource</c> and <c>AddMeter</c>.
/// </summary>
public static class AgentTelemetry
{
    /// <summary>
    /// The activity source: <c>launchsdk.job</c>, and in it <c>launchsdk.job.gpus</c>, <c>launchsdk.job.image</c>,
    /// <c>launchsdk.job.start</c>, <c>launchsdk.job.run</c>.
    /// </summary>
    public const string ActivitySourceName = "LaunchSdk.Agent";

    /// <summary>
    /// The meter: histograms in seconds <c>launchsdk.job.wait.duration</c> (from submission to the agent),
    /// <c>launchsdk.job.gpus.duration</c>, <c>launchsdk.job.image.duration</c>,
    /// <c>launchsdk.job.start.duration</c>, <c>launchsdk.job.run.duration</c>, and the counter <c>launchsdk.jobs</c> of ended jobs by
    /// state.
    /// </summary>
    public const string MeterName = "LaunchSdk.Agent";

    private const string Seconds = "s";

    private static readonly Meter Meter = new(MeterName);

    internal static ActivitySource Source { get; } = new(ActivitySourceName);

    internal static Histogram<double> Wait { get; } =
        Meter.CreateHistogram<double>("launchsdk.job.wait.duration", Seconds, "Time from a job's submission until an agent took it.");

    internal static Histogram<double> Gpus { get; } =
        Meter.CreateHistogram<double>("launchsdk.job.gpus.duration", Seconds, "Time that a job waited for its GPUs.");

    internal static Histogram<double> Image { get; } =
        Meter.CreateHistogram<double>("launchsdk.job.image.duration", Seconds, "Time that a job's image took, pulled or built.");

    internal static Histogram<double> Start { get; } =
        Meter.CreateHistogram<double>("launchsdk.job.start.duration", Seconds, "Time to create and start a job's container.");

    internal static Histogram<double> Run { get; } =
        Meter.CreateHistogram<double>("launchsdk.job.run.duration", Seconds, "Time from the start of a job's container to its end.");

    internal static Counter<long> Jobs { get; } = Meter.CreateCounter<long>("launchsdk.jobs", "{job}", "Jobs that have ended.");
}
