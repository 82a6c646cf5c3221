using System.Globalization;
using System.Text.Json;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Output;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Queues;

/// <summary>Jobs as people and programs read them.</summary>
internal static class JobText
{
    /// <summary>A table with a line for each job.</summary>
    public static string ToTable(IReadOnlyList<RunQueueItem> jobs) =>
        TextTable.Render(
            ["JOB", "QUEUE", "STATE", "PRIORITY", "SUBMITTED", "BY", "SOURCE", "DETAIL"],
            jobs.Select(static job =>
                (string[])
                    [
                        job.Id,
                        job.Queue,
                        Word(job.State),
                        Word(job.Priority),
                        PlainTime.Of(job.SubmittedAt),
                        job.SubmittedBy ?? "",
                        Source(job.Job),
                        Detail(job),
                    ]
            )
        );

    /// <summary>A JSON array.</summary>
    public static string ToJson(IReadOnlyList<RunQueueItem> jobs) => JsonList.Render(jobs, Write);

    /// <summary>A JSON object.</summary>
    public static string ToJson(RunQueueItem job) => JsonList.RenderOne(job, Write);

    /// <summary>A member of an enum as W&amp;B and the tool's options write it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>What the job runs.</summary>
    public static string Source(LaunchJob job) => job.Docker?.DockerImage ?? job.Job ?? "";

    /// <summary>One line on where the job is, beyond its state; empty where there is nothing to say.</summary>
    public static string Detail(RunQueueItem job)
    {
        if (job.Outcome is { } outcome)
        {
            return PrintableText.FirstLine(outcome.Message);
        }

        var parts = new List<string>();
        if (job.Agent is { } agent && job.State is RunQueueItemState.Pending or RunQueueItemState.Running)
        {
            parts.Add(job.AgentIsSilent ? $"agent {job.Agent} is silent" : $"on {job.Agent}");
        }

        if (job.StopRequested)
        {
            parts.Add("stop requested");
        }

        if (job.Note is { } note)
        {
            parts.Add(PrintableText.FirstLine(note));
        }

        return string.Join("; ", parts);
    }

    private static void Write(Utf8JsonWriter json, RunQueueItem job)
    {
        json.WriteString("id", job.Id);
        json.WriteString("queue", job.Queue);
        json.WriteString("state", Word(job.State));
        json.WriteString("priority", Word(job.Priority));
        json.WriteString("source", Source(job.Job));
        json.WriteString("submitted", Time(job.SubmittedAt));
        json.WriteString("submittedBy", job.SubmittedBy);
        json.WriteString("client", job.Client);
        json.WriteString("started", Time(job.StartedAt));
        json.WriteString("ended", Time(job.EndedAt));
        json.WriteNumber("attempt", job.Attempt);
        json.WriteString("agent", job.Agent);
        json.WriteBoolean("agentIsSilent", job.AgentIsSilent);
        json.WriteBoolean("stopRequested", job.StopRequested);
        json.WriteString("run", job.RunId);
        json.WriteString("note", job.Note);
        if (job.Outcome is { } outcome)
        {
            WriteOutcome(json, outcome);
        }
        else
        {
            json.WriteNull("outcome");
        }
    }

    private static void WriteOutcome(Utf8JsonWriter json, RunOutcome outcome)
    {
        json.WriteStartObject("outcome");
        json.WriteString("message", outcome.Message);
        json.WriteString("stage", outcome.Stage is { } stage ? Word(stage) : null);
        if (outcome.ExitCode is { } code)
        {
            json.WriteNumber("exitCode", code);
        }
        else
        {
            json.WriteNull("exitCode");
        }

        json.WriteStartArray("logTail");
        foreach (var line in outcome.LogTail)
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string? Time(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);
}
