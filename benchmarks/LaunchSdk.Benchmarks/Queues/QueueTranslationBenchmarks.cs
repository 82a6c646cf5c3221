using BenchmarkDotNet.Attributes;
using LaunchSdk.Commands;

namespace LaunchSdk.Benchmarks.Queues;

/// <summary>A command of 25 options to the engine's create request, and that request as the JSON that the engine gets.</summary>
public class QueueTranslationBenchmarks
{
    private static readonly DockerRunCommand Command = QueueSteps.Command(QueueFiles.Json, "queue.json");

    [Benchmark(Baseline = true)]
    public object Translate() => QueueSteps.Translate(Command);

    [Benchmark]
    public string TranslateToJson() => QueueSteps.Translate(Command).ToJson();
}
