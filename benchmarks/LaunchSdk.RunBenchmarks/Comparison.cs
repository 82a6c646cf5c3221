using System.Globalization;

namespace LaunchSdk.RunBenchmarks;

/// <summary>
/// Contenders measured in turns, so that whatever else the machine does meets them alike; the first is what the others are compared with.
/// </summary>
internal sealed class Comparison(string title, int rounds)
{
    private readonly List<(string Name, Func<Task<Sample>> Action, List<Sample> Samples)> _contenders = [];

    public Comparison Add(string name, Func<Task<Sample>> action)
    {
        _contenders.Add((name, action, []));
        return this;
    }

    public async Task RunAsync()
    {
        foreach (var (_, action, _) in _contenders)
        {
            await action();
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < _contenders.Count; turn++)
            {
                var (_, action, samples) = _contenders[(round + turn) % _contenders.Count];
                samples.Add(await action());
            }
        }

        Print();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private void Print()
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n### {title} (medians of {rounds})\n\n| contender | ms | of the first | client CPU ms | of the first | pairs won |\n|---|---|---|---|---|---|"
            )
        );
        var reference = _contenders[0].Samples;
        foreach (var (name, _, samples) in _contenders)
        {
            var ratio = Median(samples.Zip(reference, static (own, first) => own.Milliseconds / first.Milliseconds));
            var processor = Median(samples.Select(static sample => sample.Processor));
            var won = samples.Zip(reference).Count(static pair => pair.First.Milliseconds < pair.Second.Milliseconds);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {Median(samples.Select(static sample => sample.Milliseconds)):0.0} | {ratio:0.000} | {processor:0.00} | {processor / Median(reference.Select(static sample => sample.Processor)):0.000} | {won} of {samples.Count} |"
                )
            );
        }
    }
}
