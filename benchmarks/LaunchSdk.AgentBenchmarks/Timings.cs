using System.Diagnostics;
using System.Globalization;

namespace LaunchSdk.AgentBenchmarks;

/// <summary>How long calls took.</summary>
internal sealed class Timings(int capacity)
{
    private readonly List<double> _milliseconds = new(capacity);

    /// <summary>Runs and times calls one after another.</summary>
    public static async Task<Timings> OfAsync(int count, Func<Task> call)
    {
        var timings = new Timings(count);
        for (var i = 0; i < count; i++)
        {
            await timings.AddAsync(call);
        }

        return timings;
    }

    public async Task AddAsync(Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await call();
        Add(Stopwatch.GetElapsedTime(start));
    }

    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    /// <summary>A percentile in milliseconds, as a table has it.</summary>
    public string Percentile(double part)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, part * sorted.Count)].ToString("0.00", CultureInfo.InvariantCulture);
    }
}
