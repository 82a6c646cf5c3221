using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LaunchSdk.Agent.Telemetry;

/// <summary>One step of a job: an activity where somebody listens, and its time in a histogram.</summary>
internal readonly struct JobTimer(string name, Histogram<double> histogram, TimeProvider time) : IDisposable
{
    private readonly Activity? _activity = AgentTelemetry.Source.StartActivity(name);
    private readonly long _began = time.GetTimestamp();

    /// <summary>Does a step; one that throws is marked as failed.</summary>
    public static async Task<T> MeasureAsync<T>(string name, Histogram<double> histogram, TimeProvider time, Func<Task<T>> step)
    {
        using var timer = new JobTimer(name, histogram, time);
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            timer._activity?.SetTag("error.type", e.GetType().FullName);
            timer._activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    public void Dispose()
    {
        histogram.Record(time.GetElapsedTime(_began).TotalSeconds);
        _activity?.Dispose();
    }
}
