using System.Globalization;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;
using LaunchSdk.Testing;

namespace LaunchSdk.RunBenchmarks;

/// <summary>The time and processor time of short runs beside the docker command's.</summary>
internal static class RunBenchmarks
{
    private const int WarmUpRuns = 300;
    private const int Jobs = 40;
    private const int AtATime = 4;

    /// <summary>
    /// A run of <c>:</c> with rm to the exit code and to the removal; and how long after the engine's own time of the exit the code is
    /// known.
    /// </summary>
    public static async Task OneRunAsync(DockerEngine docker, int rounds)
    {
        await WarmUpAsync();
        await TestcontainersRun.PrepareAsync();
        using var plain = new PlainHttp(docker.Host);
        var late = new List<double>();
        await new Comparison("One run of `sh -c :` with rm, bridge network", rounds)
            .Add("docker run (process), to the removal", () => Sample.OfShellAsync(Plans.Docker(":")))
            .Add(
                "LaunchSdk, to the removal",
                () => Sample.OfAsync(() => new ContainerRunner(docker).RunAsync(Plans.Shell(":"), DiscardedOutput.Instance))
            )
            .Add(
                "Testcontainers 4.16, to the removal",
                () => Sample.OfAsync(async () => await (await TestcontainersRun.RunToExitAsync()).DisposeAsync())
            )
            .Add("plain HTTP, to the removal", () => Sample.OfAsync(() => plain.RunToRemovalAsync("default")))
            .Add("LaunchSdk, to the exit code", () => ToTheExitAsync(docker, late))
            .Add("Testcontainers 4.16, to the exit code", () => TestcontainersToTheExitAsync())
            .Add("plain HTTP, to the `die` event", () => PlainToTheExitAsync(plain))
            .RunAsync();
        late.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nThe exit code was known {late[late.Count / 2]:0.00} ms (median) after the engine's own time of the `die` event."
            )
        );
    }

    /// <summary>The same requests against an engine that answers at once.</summary>
    public static async Task OwnCostAsync(int rounds)
    {
        await using var engine = await EngineProcess.StartAsync();
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host });
        using var plain = new PlainHttp(engine.Host);
        for (var run = 0; run < WarmUpRuns; run++)
        {
            await new ContainerRunner(docker).RunAsync(Plans.Shell(":"), DiscardedOutput.Instance);
            await plain.RunToRemovalAsync("default");
        }

        var command = $"env DOCKER_HOST={engine.Host} {Plans.Docker(":")}";
        var allocated = 0L;
        await new Comparison("The client's own cost: an engine that answers at once", rounds)
            .Add("docker run (process)", () => Sample.OfShellAsync(command))
            .Add(
                "LaunchSdk",
                () =>
                    Sample.OfAsync(async () =>
                    {
                        var before = GC.GetTotalAllocatedBytes();
                        await new ContainerRunner(docker).RunAsync(Plans.Shell(":"), DiscardedOutput.Instance);
                        allocated = GC.GetTotalAllocatedBytes() - before;
                    })
            )
            .Add("plain HTTP", () => Sample.OfAsync(() => plain.RunToRemovalAsync("default")))
            .RunAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nThe last run allocated {allocated / 1024} KB."));
    }

    /// <summary>Forty jobs, four at a time.</summary>
    public static Task ParallelAsync(DockerEngine docker, int rounds) =>
        new Comparison($"{Jobs} jobs, {AtATime} at a time, network none", rounds)
            .Add(
                "xargs -P4 docker run",
                () => Sample.OfShellAsync($"sh -c \"seq {Jobs} | xargs -P{AtATime} -I{{}} {Plans.Docker(":", "none")}\"")
            )
            .Add(
                "LaunchSdk",
                () =>
                    Sample.OfAsync(() =>
                        Parallel.ForEachAsync(
                            Enumerable.Range(0, Jobs),
                            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
                            async (_, token) =>
                                await new ContainerRunner(docker).RunAsync(Plans.Shell(":", "none"), DiscardedOutput.Instance, null, token)
                        )
                    )
            )
            .RunAsync();

    // A service runs for days: its code is compiled. So many runs of the recording engine bring this process to the same state.
    private static async Task WarmUpAsync()
    {
        await using var engine = new RecordingEngine();
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host });
        for (var run = 0; run < WarmUpRuns; run++)
        {
            await new ContainerRunner(docker).RunAsync(Plans.Shell(":"), DiscardedOutput.Instance);
        }
    }

    private static async Task<Sample> TestcontainersToTheExitAsync()
    {
        IAsyncDisposable? container = null;
        var sample = await Sample.OfAsync(async () => container = await TestcontainersRun.RunToExitAsync());
        await container!.DisposeAsync();
        return sample;
    }

    private static async Task<Sample> PlainToTheExitAsync(PlainHttp plain)
    {
        var removal = Task.CompletedTask;
        var sample = await Sample.OfAsync(async () => removal = await plain.RunToExitAsync("default"));
        await removal;
        return sample;
    }

    // The removal is waited for outside of the measured time, so that the next run does not meet it.
    private static async Task<Sample> ToTheExitAsync(DockerEngine docker, List<double> late)
    {
        RunningContainer? container = null;
        var sample = await Sample.OfAsync(async () =>
        {
            container = await new ContainerRunner(docker).StartAsync(Plans.Shell(":"), DiscardedOutput.Instance);
            var result = await container.Exited;
            late.Add((TimeProvider.System.GetUtcNow() - result.FinishedAt!.Value).TotalMilliseconds);
        });
        await container!.Completion;
        await container.DisposeAsync();
        return sample;
    }
}
