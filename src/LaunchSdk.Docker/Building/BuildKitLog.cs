using System.Globalization;
using System.Text.RegularExpressions;
using LaunchSdk.Docker.Masking;

namespace LaunchSdk.Docker.Building;

/// <summary>
/// Reads the lines of <c>--progress plain</c>: <c>#5 [2/3] RUN make</c>, <c>#5 0.1 a line</c>, <c>#5 DONE 0.2s</c>, <c>#5 ERROR: why</c>.
/// Steps run side by side, so each line names its own.
/// </summary>
internal sealed partial class BuildKitLog(BuildTranscript transcript, Action<ImageBuildProgress> report, SecretMasker masker)
{
    private const int Kept = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Vertex> _vertices = new(StringComparer.Ordinal);
    private readonly Queue<string> _plain = new();
    private Vertex? _failed;

    /// <summary>Why it failed, in BuildKit's words; null while nothing says so.</summary>
    public string? Failure { get; private set; }

    /// <summary>The step that failed, such as <c>[2/3] RUN make</c>; null for none.</summary>
    public string? FailedStep => _failed?.Name;

    /// <summary>What that step wrote last.</summary>
    public IReadOnlyList<string> LastLinesOfFailedStep => _failed is null ? [.. _plain] : [.. _failed.Lines];

    /// <summary>Takes one line.</summary>
    public void Add(string text)
    {
        // Everything that is kept for an error is masked, and so is what is reported.
        var line = masker.Mask(text);
        lock (_lock)
        {
            if (NumberedLine().Match(line) is { Success: true } numbered)
            {
                AddTo(numbered.Groups[1].Value, numbered.Groups[2].Value);
            }
            else if (FailureLine().Match(line) is { Success: true } failure)
            {
                Failure = failure.Groups[1].Value;
            }
            else if (line.Length > 0)
            {
                Keep(_plain, line);
                Failure ??=
                    line.StartsWith("unable to ", StringComparison.Ordinal) || line.Contains("error", StringComparison.OrdinalIgnoreCase)
                        ? line
                        : null;
            }
        }
    }

    private void AddTo(string number, string rest)
    {
        if (!_vertices.TryGetValue(number, out var vertex))
        {
            _vertices[number] = Begin(rest);
        }
        else if (rest.StartsWith("ERROR: ", StringComparison.Ordinal))
        {
            _failed = vertex;
            Failure ??= rest["ERROR: ".Length..];
        }
        else if (TimedLine().Match(rest) is { Success: true } timed)
        {
            Keep(vertex.Lines, timed.Groups[1].Value);
            transcript.AddOutput(timed.Groups[1].Value);
        }
        else if (vertex.Step is { } step && EndLine().Match(rest) is { Success: true } end)
        {
            // A step that is entered several times ends as often; once is enough.
            vertex.Step = null;
            report(step with { Phase = ImageBuildPhase.StepDone, IsCached = rest == "CACHED", Elapsed = Seconds(end.Groups[1].Value) });
        }
    }

    private Vertex Begin(string name)
    {
        if (StepName().Match(name) is not { Success: true } match)
        {
            // What BuildKit does around the steps: the context, the registries, the export.
            report(new ImageBuildProgress(ImageBuildPhase.Prepare, name));
            return new Vertex(name);
        }

        var step = new ImageBuildProgress(ImageBuildPhase.Step, match.Groups[3].Value)
        {
            Step = Number(match.Groups[1].Value),
            StepCount = Number(match.Groups[2].Value),
        };
        transcript.Begin(name, step);
        return new Vertex(name) { Step = step };
    }

    private static TimeSpan? Seconds(string digits) =>
        double.TryParse(digits, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static void Keep(Queue<string> lines, string line)
    {
        lines.Enqueue(line);
        if (lines.Count > Kept)
        {
            lines.Dequeue();
        }
    }

    [GeneratedRegex("^#(\\d+) (.+)$")]
    private static partial Regex NumberedLine();

    [GeneratedRegex("^\\d+\\.\\d+ (.*)$")]
    private static partial Regex TimedLine();

    [GeneratedRegex("^\\[(?:[^\\]]* )?(\\d{1,6})/(\\d{1,6})\\] (.*)$")]
    private static partial Regex StepName();

    [GeneratedRegex("^(?:CACHED|DONE (\\d{1,6}\\.\\d{1,3})s)$")]
    private static partial Regex EndLine();

    // Docker 20.10's own client has no ERROR before it.
    [GeneratedRegex(
        "^(?:(?:ERROR|error): (?:failed to build: )?(?:failed to solve: )?|failed to solve(?: with frontend \\S+)?: )"
            + "(?:failed to create LLB definition: )?(?:rpc error: code = \\w+ desc = )?(.*)$"
    )]
    private static partial Regex FailureLine();

    private sealed class Vertex(string name)
    {
        public string Name { get; } = name;

        /// <summary>The step while it runs; null for another vertex and after its end.</summary>
        public ImageBuildProgress? Step { get; set; }

        public Queue<string> Lines { get; } = new();
    }
}
