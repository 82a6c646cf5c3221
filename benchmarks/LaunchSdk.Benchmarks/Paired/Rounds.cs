using System.Diagnostics;

namespace LaunchSdk.Benchmarks.Paired;

/// <summary>
/// Runs contenders in turns (A B C A B C ...), so that whatever else the machine does meets all of them alike: on a busy machine
/// the ratio of neighbours says more than the time of either.
/// </summary>
internal static class Rounds
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    /// <summary>Work in this process: short batches, after every contender is warm.</summary>
    public static Measured[] InProcess(int rounds, TimeSpan batch, params Contender[] contenders)
    {
        var runs = contenders.Select(contender => RunsIn(batch, contender)).ToArray();
        return Run(rounds, contenders, (contender, index) => Time(contender, runs[index]), Bytes);
    }

    /// <summary>Whole processes: one start a round, after one that is not counted.</summary>
    public static Measured[] Processes(int rounds, params Contender[] contenders)
    {
        foreach (var contender in contenders)
        {
            contender.Run();
        }

        return Run(rounds, contenders, static (contender, _) => Time(contender, 1), static _ => null);
    }

    private static Measured[] Run(int rounds, Contender[] contenders, Func<Contender, int, double> time, Func<Contender, double?> bytes)
    {
        var times = contenders.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                times[i][round] = time(contenders[i], i);
            }
        }

        return [.. contenders.Select((contender, i) => new Measured(contender.Name, times[i], bytes(contender)))];
    }

    // Long enough for the optimizing tiers of the JIT to have taken over.
    private static int RunsIn(TimeSpan batch, Contender contender)
    {
        var runs = 0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < WarmUp || runs < 200; )
        {
            contender.Run();
            runs++;
        }

        var fastest = Enumerable.Range(0, 20).Min(_ => Time(contender, Math.Max(1, runs / 1000)));
        return Math.Max(1, (int)(batch.TotalMicroseconds / fastest));
    }

    private static double Time(Contender contender, int runs)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < runs; i++)
        {
            contender.Run();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / runs;
    }

    private static double? Bytes(Contender contender)
    {
        const int Runs = 20;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Runs; i++)
        {
            contender.Run();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Runs;
    }
}
