using System.Globalization;

namespace LaunchSdk.AgentBenchmarks;

/// <summary>What a listener costs while nothing happens: it waits, looks now and then, and pops nothing. SECONDS sets how long.</summary>
internal static class IdleBenchmark
{
    public static async Task RunAsync()
    {
        var duration = TimeSpan.FromSeconds(
            int.Parse(Environment.GetEnvironmentVariable("SECONDS") ?? "120", CultureInfo.InvariantCulture)
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n## A listener, {duration.TotalSeconds} s without a job\n\n| database | of a core | looks |\n|---|---|---|"
            )
        );
        foreach (var store in QueueStore.All())
        {
            using (store)
            {
                await MeasureAsync(store, duration);
            }
        }
    }

    private static async Task MeasureAsync(QueueStore store, TimeSpan duration)
    {
        await using var backend = store.Connect();
        await backend.CreateQueueAsync(DockerQueue.Create("jobs", options => options.Memory("1g")));
        await using var changes = await backend.SubscribeAsync();
        await backend.PopAsync("jobs", "agent", duration);
        using var end = new CancellationTokenSource(duration);
        var (before, looks) = (Environment.CpuUsage.TotalTime, 0);
        try
        {
            while (true)
            {
                await changes.NextAsync(end.Token);
                await backend.PopAsync("jobs", "agent", duration);
                looks++;
            }
        }
        catch (OperationCanceledException)
        {
            var used = Environment.CpuUsage.TotalTime - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {store.Name} | {100 * used / duration:0.000} % | {looks} |"));
        }
    }
}
