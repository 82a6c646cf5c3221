using System.Text;
using System.Text.RegularExpressions;
using LaunchSdk.Docker.Masking;

namespace LaunchSdk.Docker.Building;

/// <summary>
/// A build's messages as they go by: whole lines to the receiver, secrets hidden, and the current step with its last lines kept for an
/// error.
/// </summary>
internal sealed partial class BuildTranscript(Action<ImageBuildProgress> report, SecretMasker masker)
{
    private const int Kept = 20;
    private const int LongestLine = 8 * 1024;

    // More than is shown, so that a secret at the end of what is shown is known whole.
    private const int Collected = 8 * LongestLine;

    private readonly StringBuilder _partial = new();
    private readonly Queue<string> _last = new();
    private ImageBuildProgress? _current;

    /// <summary>The current step as it is shown; null before the first.</summary>
    public string? Step { get; private set; }

    /// <summary>The last lines that the current step wrote.</summary>
    public IReadOnlyList<string> LastLines => [.. _last];

    /// <summary>Takes a piece of the classic builder's output, which may end within a line.</summary>
    public void Append(string text)
    {
        var from = 0;
        for (int end; (end = text.IndexOf('\n', from)) >= 0; from = end + 1)
        {
            Collect(text.AsSpan(from, end - from));
            Complete();
        }

        Collect(text.AsSpan(from));
    }

    /// <summary>Takes what is left without a line end.</summary>
    public void Complete()
    {
        if (_partial.Length > 0)
        {
            Add(_partial.ToString());
            _partial.Clear();
        }
    }

    /// <summary>A step begins.</summary>
    /// <param name="name">The step as it is shown in errors.</param>
    /// <param name="step">The step as it is reported: its instruction and number.</param>
    public void Begin(string name, ImageBuildProgress step)
    {
        Step = masker.Mask(name);
        _current = step with { Text = masker.Mask(step.Text) };
        _last.Clear();
        report(_current);
    }

    /// <summary>A step wrote a line.</summary>
    public void AddOutput(string line)
    {
        var clean = masker.Mask(Colours().Replace(line, "").TrimEnd('\r'));
        if (clean.Length == 0)
        {
            return;
        }

        clean = clean.Length > LongestLine ? string.Concat(clean.AsSpan(0, LongestLine), "...") : clean;
        _last.Enqueue(clean);
        if (_last.Count > Kept)
        {
            _last.Dequeue();
        }

        report(new ImageBuildProgress(ImageBuildPhase.Output, clean));
    }

    // What a line has beyond this is dropped: a step may write one that never ends.
    private void Collect(ReadOnlySpan<char> text) => _partial.Append(text[..Math.Min(text.Length, Collected - _partial.Length)]);

    private void Add(string line)
    {
        if (StepLine().Match(line) is { Success: true } step)
        {
            Begin(
                line.Trim(),
                new ImageBuildProgress(ImageBuildPhase.Step, step.Groups[3].Value.Trim())
                {
                    Step = Number(step.Groups[1].Value),
                    StepCount = Number(step.Groups[2].Value),
                }
            );
        }
        else if (line == " ---> Using cache" && _current is { } current)
        {
            report(current with { Phase = ImageBuildPhase.StepDone, IsCached = true });
        }
        else if (!Bookkeeping().IsMatch(line))
        {
            AddOutput(line);
        }
    }

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^Step (\\d{1,6})/(\\d{1,6}) : (.*)$")]
    private static partial Regex StepLine();

    // What the classic builder says of itself between the lines of the steps.
    [GeneratedRegex("^( ---> |Removing intermediate container [0-9a-f]{12}$|Successfully (built|tagged) )")]
    private static partial Regex Bookkeeping();

    // The classic builder paints what a step writes to its error output.
    [GeneratedRegex("\\x1b\\[[0-9;]*m")]
    private static partial Regex Colours();
}
