using BenchmarkDotNet.Attributes;

namespace LaunchSdk.Benchmarks.Queues;

/// <summary>1,000 queues that all differ, in one process; the figure is per queue.</summary>
public class ManyQueuesBenchmarks
{
    private const int Count = 1000;
    private static readonly string[] Texts = QueueFiles.Variants(Count);

    [Benchmark(OperationsPerInvoke = Count)]
    public int RenderEach()
    {
        var arguments = 0;
        foreach (var text in Texts)
        {
            arguments += QueueSteps.Render(text, "queue.json").Count;
        }

        return arguments;
    }
}
