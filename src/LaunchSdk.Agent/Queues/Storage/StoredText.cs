using System.Collections.Concurrent;
using System.Text;
using LaunchSdk.Configuration;
using LaunchSdk.Documents;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>Definitions, jobs and log lines as text and back.</summary>
internal sealed class StoredText
{
    // Every pop hands out the definition; it seldom changes, so the last reading of each queue is kept.
    private readonly ConcurrentDictionary<string, (string Text, DockerQueue Queue)> _definitions = new(StringComparer.Ordinal);

    /// <summary>A definition's text; one that would not read back is refused.</summary>
    public static string Write(DockerQueue queue)
    {
        var text = queue.ToText(ConfigFormat.Json);
        var result = ReadQueue(text);
        return result.HasErrors ? throw Refused($"the queue '{queue.Name}' cannot be stored", result.Problems) : text;
    }

    /// <summary>A job's text; one that would not read back is refused.</summary>
    public static string Write(LaunchJob job) => Write(job, out _);

    /// <summary>A job's text, and the job as it reads back; one that would not is refused.</summary>
    public static string Write(LaunchJob job, out LaunchJob stored)
    {
        var text = job.ToText(ConfigFormat.Json);
        var result = ReadJob(text);
        stored = result.HasErrors ? throw Refused("the job cannot be stored", result.Problems) : result.Value;
        return text;
    }

    /// <summary>A stored definition.</summary>
    public DockerQueue Definition(string name, string text)
    {
        if (_definitions.TryGetValue(name, out var known) && known.Text == text)
        {
            return known.Queue;
        }

        var result = ReadQueue(text);
        var queue = result.HasErrors
            ? throw Refused($"the stored definition of the queue '{name}' cannot be read by this version", result.Problems)
            : result.Value;
        _definitions[name] = (text, queue);
        return queue;
    }

    /// <summary>A stored job; null and the reason where another version wrote what this one cannot read.</summary>
    public static LaunchJob? Job(string text, out string? reason)
    {
        var result = ReadJob(text);
        reason = result.HasErrors ? $"the job cannot be read by this version: {string.Join("; ", result.Problems)}" : null;
        return result.Value;
    }

    /// <summary>A text that every database takes: no NUL, no half of a surrogate pair.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Lines as one text; null for none.</summary>
    public static string? Join(IReadOnlyList<string> lines) => lines.Count == 0 ? null : Clean(string.Join('\n', lines));

    /// <summary>The lines of a text that <see cref="Join"/> made.</summary>
    public static IReadOnlyList<string> Split(string? lines) => lines is null ? [] : lines.Split('\n');

    /// <summary>Reads a definition with whatever environment macros it has.</summary>
    public static ConfigResult<DockerQueue> ReadQueue(string text) =>
        QueueFile.Read(ConfigDocument.Read(text, ConfigFormat.Json, "queue"), Everything(text));

    /// <summary>Reads a job with whatever environment macros it has.</summary>
    public static ConfigResult<LaunchJob> ReadJob(string text) =>
        JobFile.Read(ConfigDocument.Read(text, ConfigFormat.Json, "job"), Everything(text));

    // Which environment macros may be used is the agent's policy: a store keeps them all.
    private static QueueReadOptions Everything(string text)
    {
        List<string> names = [];
        for (var from = 0; TemplateText.TryFind(text, from, out var hole); from = hole.End)
        {
            names.Add(hole.Name);
        }

        return names.Count == 0 ? QueueReadOptions.Default : new QueueReadOptions { AllowedEnvironment = names };
    }

    private static RunQueueRefusedException Refused(string what, IReadOnlyList<Problems.Problem> problems)
    {
        string[] errors =
        [
            .. problems.Where(problem => problem.Severity == Problems.ProblemSeverity.Error).Select(problem => problem.ToString()),
        ];
        return new RunQueueRefusedException($"{what}: {string.Join("; ", errors)}", errors);
    }
}
