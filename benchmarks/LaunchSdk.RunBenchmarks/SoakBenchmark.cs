using System.Diagnostics;
using System.Globalization;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.RunBenchmarks;

/// <summary>Many runs one after another, and what they leave in this process.</summary>
internal static class SoakBenchmark
{
    public static async Task RunAsync(DockerEngine docker)
    {
        var runs = int.Parse(Environment.GetEnvironmentVariable("SOAK_RUNS") ?? "2000", CultureInfo.InvariantCulture);
        Console.WriteLine(
            $"\n### Soak of {runs} runs, 4 at a time, network host\n\n| runs | file descriptors | threads | working set MiB | managed heap KiB |\n|---|---|---|---|---|"
        );
        var step = Math.Max(1, runs / 10);
        for (var done = 0; done < runs; done += step)
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, step),
                new ParallelOptions { MaxDegreeOfParallelism = 4 },
                async (_, token) =>
                    await new ContainerRunner(docker).RunAsync(Plans.Shell("echo line", "host"), DiscardedOutput.Instance, null, token)
            );
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {done + step} | {Directory.GetFiles("/proc/self/fd").Length} | {self.Threads.Count} | {self.WorkingSet64 / 1024 / 1024} | {GC.GetTotalMemory(forceFullCollection: true) / 1024} |"
                )
            );
        }
    }
}
