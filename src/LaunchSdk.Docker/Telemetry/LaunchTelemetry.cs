using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LaunchSdk.Docker.Telemetry;

/// <summary>
/// The names under which traces and metrics of LaunchSdk are found: give them to OpenTelemetry's <c>AddSource</c> and <c>AddMeter</c>.
/// </summary>
public static class LaunchTelemetry
{
    /// <summary>
    /// The activity source: activities <c>launchsdk.run</c>, and in it <c>launchsdk.pull</c>, <c>launchsdk.create</c>,
    /// <c>launchsdk.start</c>.
    /// </summary>
    public const string ActivitySourceName = "LaunchSdk.Docker";

    /// <summary>
    /// The meter: histograms in seconds <c>launchsdk.pull.duration</c>, <c>launchsdk.create.duration</c>, <c>launchsdk.start.duration</c>,
    /// <c>launchsdk.run.duration</c>,
    /// the counter <c>launchsdk.output</c> in bytes and the up-down counter <c>launchsdk.containers</c> of those that run.
    /// </summary>
    public const string MeterName = "LaunchSdk.Docker";

    private const string Seconds = "s";

    private static readonly Meter Meter = new(MeterName);

    internal static ActivitySource Source { get; } = new(ActivitySourceName);

    internal static Histogram<double> PullDuration { get; } =
        Meter.CreateHistogram<double>("launchsdk.pull.duration", Seconds, "Time that a pull of an image took.");

    internal static Histogram<double> CreateDuration { get; } =
        Meter.CreateHistogram<double>("launchsdk.create.duration", Seconds, "Time that the engine took to create a container.");

    internal static Histogram<double> StartDuration { get; } =
        Meter.CreateHistogram<double>("launchsdk.start.duration", Seconds, "Time that the engine took to start a container.");

    internal static Histogram<double> RunDuration { get; } =
        Meter.CreateHistogram<double>("launchsdk.run.duration", Seconds, "Time from a container's start to its exit.");

    internal static Counter<long> Output { get; } =
        Meter.CreateCounter<long>("launchsdk.output", "By", "Bytes of output that containers wrote.");

    internal static UpDownCounter<long> Containers { get; } =
        Meter.CreateUpDownCounter<long>("launchsdk.containers", "{container}", "Containers that this process has started and that run.");
}
