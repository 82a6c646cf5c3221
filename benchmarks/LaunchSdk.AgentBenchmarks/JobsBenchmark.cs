using System.Diagnostics;
using System.Globalization;

namespace LaunchSdk.AgentBenchmarks;

/// <summary>
/// Short jobs on a queue, four at a time, beside <c>xargs -P4 docker run</c>, in turn. JOBS sets how many, ROUNDS how often.
/// </summary>
internal static class JobsBenchmark
{
    public static async Task RunAsync()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("JOBS") ?? "200", CultureInfo.InvariantCulture);
        var rounds = int.Parse(Environment.GetEnvironmentVariable("ROUNDS") ?? "3", CultureInfo.InvariantCulture);
        var (agents, xargs) = (new Timings(rounds), new Timings(rounds));
        for (var i = 0; i < rounds; i++)
        {
            xargs.Add(await XargsAsync(count));
            agents.Add(await AgentAsync(count));
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n## {count} short jobs, 4 at a time, {rounds} rounds (ms, median)\n\n| | |\n|---|---|"
            )
        );
        Console.WriteLine($"| agent, max_jobs 4, every end reported | {agents.Percentile(0.5)} |");
        Console.WriteLine($"| xargs -P4 docker run --rm | {xargs.Percentile(0.5)} |");
    }

    private static async Task<TimeSpan> AgentAsync(int count)
    {
        await using var parts = new BenchmarkAgent();
        await parts.CreateQueueAsync(static options => options.Pull(Values.Pull.Never).Rm());
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            await parts.Client.SubmitAsync("jobs", BenchmarkAgent.Job);
        }

        await parts.Create(maxJobs: 4, once: true).RunAsync();
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<TimeSpan> XargsAsync(int count)
    {
        var start = Stopwatch.GetTimestamp();
        await DockerProgram.RunProgramAsync(
            "sh",
            "-c",
            $"seq {count} | xargs -P4 -I_ docker run --rm --pull never {DockerProgram.Image} sh -c :"
        );
        return Stopwatch.GetElapsedTime(start);
    }
}
