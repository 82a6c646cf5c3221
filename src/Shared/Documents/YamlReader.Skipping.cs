using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

internal sealed partial class YamlReader
{
    private int _skipped;
    private int _skipStart;
    private int _skipEnd;

    /// <summary>
    /// A template variable without quotes, <c>image: {{image}}</c>, is a mapping with a mapping as its key to YAML. What was meant is
    /// clear:
    /// it is reported with the quotes that are missing, and kept as text.
    /// </summary>
    private bool TrySkipTemplate(int start)
    {
        if (start + 1 >= Text.Length || Text[start + 1] != '{')
        {
            return false;
        }

        var lineEnd = LineEnd(start);
        var close = Text.IndexOf("}}", start, lineEnd - start, StringComparison.Ordinal);
        var text = close < 0 ? string.Empty : Text.Substring(start, close + 2 - start);
        if (text.IndexOfAny([':', ',']) >= 0 || text.Length < 5)
        {
            return false;
        }

        var quoted = JsonText.Quote(text);
        var range = _yaml.Map(start, close + 2);
        Report(
            start,
            text.Length,
            Syntax.YamlBareTemplate(text, quoted),
            IsAlone(start, close + 2) ? new ConfigEdit($"Write {quoted}", range, quoted) : null
        );
        // What the parser says about the rest of such a value would only repeat it.
        _suppressedUntil = lineEnd;
        BeginSkip(start, close + 2);
        return true;
    }

    private bool IsAlone(int start, int end)
    {
        while (end < Text.Length && Text[end] is ' ')
        {
            end++;
        }

        return start > 0 && Text[start - 1] == ' ' && (end == Text.Length || Text[end] is '\n' or '\r' or ',' or ']' or '}' or '#');
    }

    private void SkipComplexKey(int start)
    {
        ReportComplexKey(start);
        BeginSkip(start, -1);
    }

    private void ReportComplexKey(int start) => Report(start, Math.Min(1, Text.Length - start), Syntax.YamlComplexKey);

    private void BeginSkip(int start, int end)
    {
        _skipped = 1;
        _skipStart = start;
        _skipEnd = end;
    }

    private void AddSkipped()
    {
        var end = _skipEnd >= 0 ? _skipEnd : Math.Min(Text.Length, Math.Max(_lastEnd, _skipStart + 1));
        var text = Text.Substring(_skipStart, end - _skipStart);
        _tape.AddScalar(ConfigNodeKind.String, _yaml.Map(_skipStart, end), TapeFlags.Plain, text);
        _lastEnd = Math.Max(_lastEnd, end);
        Added(0);
    }

    private int LineEnd(int from)
    {
        while (from < Text.Length && Text[from] is not ('\n' or '\r'))
        {
            from++;
        }

        return from;
    }
}
