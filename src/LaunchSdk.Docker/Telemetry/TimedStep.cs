using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LaunchSdk.Docker.Telemetry;

/// <summary>One step of a run: an activity where somebody listens, and its time in a histogram.</summary>
internal readonly struct TimedStep : IDisposable
{
    private readonly Activity? _activity;
    private readonly Histogram<double> _histogram;
    private readonly long _began;

    private TimedStep(Activity? activity, Histogram<double> histogram)
    {
        _activity = activity;
        _histogram = histogram;
        _began = Stopwatch.GetTimestamp();
    }

    public static TimedStep Start(string name, Histogram<double> histogram) =>
        new(LaunchTelemetry.Source.StartActivity(name, ActivityKind.Client), histogram);

    /// <summary>Marks the step as failed.</summary>
    public void Fail(Exception exception)
    {
        if (exception is not OperationCanceledException)
        {
            _activity?.SetTag("error.type", exception.GetType().FullName);
        }

        _activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        _histogram.Record(Stopwatch.GetElapsedTime(_began).TotalSeconds);
        _activity?.Dispose();
    }
}
