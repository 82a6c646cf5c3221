using System.Globalization;
using LaunchSdk.Agent.Containers;

namespace LaunchSdk.AgentBenchmarks;

/// <summary>
/// From the submission to the container's start by the engine's clock, an idle agent beside <c>docker run</c> in pairs. ROUNDS sets how
/// many pairs.
/// </summary>
internal static class StartBenchmark
{
    public static async Task RunAsync()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("ROUNDS") ?? "100", CultureInfo.InvariantCulture);
        await using var parts = new BenchmarkAgent();
        await parts.CreateQueueAsync(static options => options.Pull(Values.Pull.Never));
        var agent = parts.Create(maxJobs: 1, once: false);
        var work = agent.RunAsync();
        await OneJobAsync(parts);
        var (jobs, docker, beyond) = (new Timings(rounds), new Timings(rounds), new Timings(rounds));
        for (var i = 0; i < rounds; i++)
        {
            var command = await OneCommandAsync();
            var job = await OneJobAsync(parts);
            jobs.Add(job);
            docker.Add(command);
            beyond.Add(job - command);
        }

        await agent.DrainAsync();
        await work;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n## From submission to the container's start, {rounds} pairs (ms)\n\n| | p50 | p99 |\n|---|---|---|"
            )
        );
        Console.WriteLine($"| job on an idle agent's queue | {jobs.Percentile(0.5)} | {jobs.Percentile(0.99)} |");
        Console.WriteLine($"| docker run | {docker.Percentile(0.5)} | {docker.Percentile(0.99)} |");
        Console.WriteLine($"| the job beyond its pair | {beyond.Percentile(0.5)} | {beyond.Percentile(0.99)} |");
    }

    private static async Task<TimeSpan> OneJobAsync(BenchmarkAgent parts)
    {
        var start = DateTimeOffset.UtcNow;
        var job = await parts.Client.SubmitAsync("jobs", BenchmarkAgent.Job);
        await job.WaitAsync();
        return await DockerProgram.TakeStartAsync(
                await DockerProgram.RunAsync("ps", "--all", "--quiet", "--filter", $"label={AgentLabels.Item}={job.Id}")
            ) - start;
    }

    private static async Task<TimeSpan> OneCommandAsync()
    {
        var name = $"benchmark-{Guid.NewGuid():n}";
        var start = DateTimeOffset.UtcNow;
        await DockerProgram.RunAsync("run", "--name", name, "--pull", "never", DockerProgram.Image, "sh", "-c", ":");
        return await DockerProgram.TakeStartAsync(name) - start;
    }
}
