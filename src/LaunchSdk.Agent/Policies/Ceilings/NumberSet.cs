using System.Globalization;

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>Numbers and ranges of them, as processors and memory nodes are named: <c>0-3,8</c>.</summary>
internal sealed record NumberSet : Limit
{
    private readonly (uint First, uint Last)[] _ranges;

    private NumberSet((uint First, uint Last)[] ranges) => _ranges = ranges;

    /// <summary>Reads a set; an empty text is all there are, and one that is no set stands for itself.</summary>
    public static Limit Read(string text)
    {
        var ranges = new List<(uint, uint)>();
        foreach (var part in text.Length == 0 ? [] : text.Split(','))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            var (first, last) = dash < 0 ? (part, part) : (part[..dash], part[(dash + 1)..]);
            if (!TryRead(first, out var from) || !TryRead(last, out var to) || from > to)
            {
                return new Exactly(text);
            }

            ranges.Add((from, to));
        }

        return ranges.Count == 0 ? None : new NumberSet(Join(ranges));
    }

    public override bool Allows(Limit job) =>
        job is NumberSet asked
        && Array.TrueForAll(asked._ranges, part => Array.Exists(_ranges, own => own.First <= part.First && part.Last <= own.Last));

    // Ranges that touch become one, so that each of a job's is within one of the queue's.
    private static (uint First, uint Last)[] Join(List<(uint First, uint Last)> ranges)
    {
        ranges.Sort();
        var joined = new List<(uint First, uint Last)>();
        foreach (var range in ranges)
        {
            if (joined.Count > 0 && range.First <= (ulong)joined[^1].Last + 1)
            {
                joined[^1] = (joined[^1].First, Math.Max(joined[^1].Last, range.Last));
            }
            else
            {
                joined.Add(range);
            }
        }

        return [.. joined];
    }

    private static bool TryRead(string text, out uint number) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
