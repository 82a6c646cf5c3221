using System.Globalization;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Problems;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>An agent's status as a picture.</summary>
internal static class AgentView
{
    private const int EndedShown = 5;

    /// <summary>Queues, jobs, GPUs and the last endings, below a line on the agent.</summary>
    /// <param name="status">What the agent does.</param>
    /// <param name="counts">The queues as their backend counts them; those that are missing have no numbers.</param>
    public static IRenderable Render(AgentStatus status, IReadOnlyList<RunQueue> counts)
    {
        var parts = new List<IRenderable> { Heading(status) };
        parts.AddRange(
            new[] { status.BackendProblem, status.EngineProblem }.OfType<string>().Select(static problem => Line($"! {problem}", Color.Red))
        );
        parts.Add(Queues(status, counts));
        parts.Add(Jobs(status));
        if (status.Gpus.Count > 0)
        {
            parts.Add(Line($"GPUs: {string.Join("  ", status.Gpus.Select(static gpu => $"{gpu.Id} {gpu.ItemId ?? "free"}"))}"));
        }

        if (status.Ended.Count > 0)
        {
            parts.Add(Ended(status));
        }

        return new Rows(parts);
    }

    private static Text Heading(AgentStatus status)
    {
        var most = status.MaxJobs < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" of {status.MaxJobs}");
        return Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"agent {status.Name}: {Word(status.Phase)}, {status.Jobs.Count}{most} jobs, {status.EndedCount} ended  ({status.Backend})"
            )
        );
    }

    private static Table Queues(AgentStatus status, IReadOnlyList<RunQueue> counts)
    {
        var table = Table("QUEUE", "WAITING", "RUNNING", "");
        foreach (var queue in status.Queues)
        {
            var count = counts.FirstOrDefault(other => other.Name == queue.Name);
            table.AddRow(Cell(queue.Name), Cell(Number(count?.Waiting)), Cell(Number(count?.Running)), Cell(queue.Problem ?? ""));
        }

        return table;
    }

    private static Table Jobs(AgentStatus status)
    {
        var table = Table("JOB", "NAME", "QUEUE", "STEP", "FOR", "GPUS", "");
        foreach (var job in status.Jobs)
        {
            table.AddRow(
                Cell(job.ItemId),
                Cell(job.Name),
                Cell(job.Queue),
                Cell(Word(job.Step)),
                Cell(Duration(status.At - job.StepSince)),
                Cell(string.Join(',', job.Gpus)),
                Cell(job.Waiting ?? "")
            );
        }

        return table;
    }

    private static Table Ended(AgentStatus status)
    {
        var table = Table("ENDED", "NAME", "STATE", "WHAT");
        foreach (var job in status.Ended.Take(EndedShown))
        {
            var state = job.Outcome is { } outcome ? JobText.Word(outcome.State) : "";
            var color = job.Outcome?.State == RunQueueItemState.Finished ? Color.Green : Color.Red;
            table.AddRow(Cell(job.ItemId), Cell(job.Name), Line(state, color), Cell(job.Outcome?.Message ?? ""));
        }

        return table;
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))).NoWrap());
        }

        return table;
    }

    private static Text Cell(string text) => Line(text);

    private static Text Line(string text, Color? color = null) =>
        new(PrintableText.FirstLine(text), new Style(color)) { Overflow = Overflow.Ellipsis };

    private static string Number(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    // WaitingForGpus is 'waiting for gpus'.
    private static string Word<T>(T value)
        where T : struct, Enum =>
        string.Concat(
            value
                .ToString()
                .Select(
                    static (letter, index) =>
                        char.IsUpper(letter) ? $"{(index > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"
                )
        );

    private static string Duration(TimeSpan time) =>
        time switch
        {
            { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}h{time.Minutes:00}m"),
            { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}m{time.Seconds:00}s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)time.TotalSeconds)}s"),
        };
}
