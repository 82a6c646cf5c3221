using System.Diagnostics;
using System.Globalization;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.AgentBenchmarks;

/// <summary>How many calls a second the databases take, how soon a push is popped, and how calls slow down as items wait.</summary>
internal static class QueueBenchmarks
{
    private const int Items = 4_000;
    private const int Samples = 1_000;
    private static readonly TimeSpan Lease = TimeSpan.FromHours(1);
    private static readonly long[] Depths = [1_000, 100_000, 1_000_000];

    private static readonly LaunchJob Job = new()
    {
        Name = "train",
        Project = "vision",
        Docker = new JobImageSource { DockerImage = "ghcr.io/my-team/train:1.4" },
        Overrides = new JobOverrides { Args = ["--epochs", "10", "--lr", "0.001"] },
    };

    public static async Task RunAsync()
    {
        Console.WriteLine("\n## Calls a second\n\n| database | clients | push | pop, acknowledge and complete: items |\n|---|---|---|---|");
        await EachAsync(async store =>
        {
            await ThroughputAsync(store, 1);
            await ThroughputAsync(store, 4);
        });
        Console.WriteLine(
            $"\n## From the push in one client to the pop in another that listens (ms, n = {Samples})\n\n| database | p50 | p99 |\n|---|---|---|"
        );
        await EachAsync(WakeAsync);
        Console.WriteLine(
            $"\n## As items wait (ms, n = {Samples})\n\n| database | waiting | pop p50 | pop p99 | push p50 | push p99 | counts of the queue |\n|---|---|---|---|---|---|---|"
        );
        await EachAsync(DepthAsync);
    }

    private static async Task EachAsync(Func<QueueStore, Task> benchmark)
    {
        foreach (var store in QueueStore.All())
        {
            using (store)
            {
                await benchmark(store);
            }
        }
    }

    private static async Task ThroughputAsync(QueueStore store, int clients)
    {
        var queue = $"clients-{clients}";
        var backends = Enumerable.Range(0, clients).Select(_ => store.Connect()).ToList();
        await backends[0].CreateQueueAsync(DockerQueue.Create(queue, options => options.Memory("1g")));
        var push = await RateAsync(backends, async backend => await backend.PushAsync(queue, Job));
        var pop = await RateAsync(
            backends,
            async backend =>
            {
                var lease = (await backend.PopAsync(queue, "agent", Lease))!;
                await backend.AcknowledgeAsync(lease, "run");
                await backend.CompleteAsync(lease, RunOutcome.Finished("done"));
            }
        );
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {store.Name} | {clients} | {push:0} | {pop:0} |"));
        await DisposeAsync(backends);
    }

    private static async Task<double> RateAsync(List<IRunQueueBackend> backends, Func<IRunQueueBackend, Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            backends.Select(backend =>
                Task.Run(async () =>
                {
                    for (var i = 0; i < Items / backends.Count; i++)
                    {
                        await call(backend);
                    }
                })
            )
        );
        return Items / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task WakeAsync(QueueStore store)
    {
        await using var pusher = store.Connect();
        await using var agent = store.Connect();
        await pusher.CreateQueueAsync(DockerQueue.Create("jobs", options => options.Memory("1g")));
        await using var changes = await agent.SubscribeAsync();
        var timings = new Timings(Samples);
        for (var i = 0; i < Samples; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var pushing = pusher.PushAsync("jobs", Job);
            RunQueueLease? lease;
            do
            {
                await changes.NextAsync(CancellationToken.None);
                lease = await agent.PopAsync("jobs", "agent", Lease);
            } while (lease is null);
            timings.Add(Stopwatch.GetElapsedTime(start));
            await pushing;
            await agent.CompleteAsync(lease, RunOutcome.Finished("done"));
        }

        Console.WriteLine($"| {store.Name} | {timings.Percentile(0.5)} | {timings.Percentile(0.99)} |");
    }

    private static async Task DepthAsync(QueueStore store)
    {
        await using var backend = store.Connect();
        await backend.CreateQueueAsync(DockerQueue.Create("jobs", options => options.Memory("1g")));
        await backend.PushAsync("jobs", Job);
        foreach (var depth in Depths)
        {
            await store.FillAsync(depth - (await backend.FindQueueAsync("jobs"))!.Waiting);
            var push = await Timings.OfAsync(Samples, () => backend.PushAsync("jobs", Job));
            var pop = await Timings.OfAsync(Samples, async () => await backend.PopAsync("jobs", "agent", Lease));
            var count = await Timings.OfAsync(5, () => backend.FindQueueAsync("jobs"));
            Console.WriteLine(
                $"| {store.Name} | {depth.ToString("N0", CultureInfo.InvariantCulture)} | {pop.Percentile(0.5)} | {pop.Percentile(0.99)} | {push.Percentile(0.5)} | {push.Percentile(0.99)} | {count.Percentile(0.5)} |"
            );
        }
    }

    private static async Task DisposeAsync(List<IRunQueueBackend> backends)
    {
        foreach (var backend in backends)
        {
            await backend.DisposeAsync();
        }
    }
}
