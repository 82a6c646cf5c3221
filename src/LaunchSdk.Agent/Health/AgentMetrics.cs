using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Health;

/// <summary>Gathers what the agent's meter records, and writes it in the text format of Prometheus.</summary>
internal sealed class AgentMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, (long Count, double Sum)> _steps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _ended = new(StringComparer.Ordinal);

    public AgentMetrics()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == AgentTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>(
            (instrument, value, _, _) =>
                _steps.AddOrUpdate(
                    StepOf(instrument.Name),
                    static (_, added) => (1, added),
                    static (_, old, added) => (old.Count + 1, old.Sum + added),
                    value
                )
        );
        _listener.SetMeasurementEventCallback<long>(
            (_, value, tags, _) =>
                _ended.AddOrUpdate(
                    tags.Length > 0 ? $"{tags[0].Value}" : "",
                    static (_, added) => added,
                    static (_, old, added) => old + added,
                    value
                )
        );
        _listener.Start();
    }

    public string Write(AgentStatus status)
    {
        var text = new StringBuilder();
        Family(
            text,
            "launchsdk_agent_ready",
            "gauge",
            "Whether the agent takes jobs and reaches what it needs.",
            [("", status.IsReady ? 1 : 0)]
        );
        Family(
            text,
            "launchsdk_agent_jobs",
            "gauge",
            "Jobs that the agent has, by step.",
            status.Jobs.GroupBy(static job => job.Step).Select(static steps => ($"step=\"{steps.Key}\"", (double)steps.Count()))
        );
        Family(text, "launchsdk_agent_jobs_max", "gauge", "Jobs that the agent may have; -1 for any number.", [("", status.MaxJobs)]);
        Family(
            text,
            "launchsdk_agent_gpus",
            "gauge",
            "GPUs of the agent, by whether a job has them.",
            status
                .Gpus.GroupBy(static gpu => gpu.ItemId is null)
                .Select(static gpus => ($"state=\"{(gpus.Key ? "free" : "used")}\"", (double)gpus.Count()))
        );
        Family(
            text,
            "launchsdk_agent_jobs_ended_total",
            "counter",
            "Jobs that have ended, by state.",
            _ended.Select(static pair => ($"state=\"{pair.Key}\"", (double)pair.Value))
        );
        text.Append("# HELP launchsdk_job_step_seconds Time that steps of jobs took.\n# TYPE launchsdk_job_step_seconds summary\n");
        foreach (var (step, (count, sum)) in _steps.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"launchsdk_job_step_seconds_sum{{step=\"{step}\"}} {sum}\nlaunchsdk_job_step_seconds_count{{step=\"{step}\"}} {count}\n"
            );
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    // launchsdk.job.image.duration
    private static string StepOf(string instrument) => instrument.Split('.') is [_, _, var step, ..] ? step : instrument;

    private static void Family(StringBuilder text, string name, string type, string help, IEnumerable<(string Labels, double Value)> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (labels, value) in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length > 0 ? $"{{{labels}}}" : "")} {value}\n");
        }
    }
}
