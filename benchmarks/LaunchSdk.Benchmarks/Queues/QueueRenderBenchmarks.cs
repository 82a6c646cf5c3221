using System.Text.Json;
using BenchmarkDotNet.Attributes;
using LaunchSdk.Benchmarks.Plain;

namespace LaunchSdk.Benchmarks.Queues;

/// <summary>
/// Read, validate and render a queue of 25 options, against System.Text.Json reading the same text and doing nothing else.
/// </summary>
public class QueueRenderBenchmarks
{
    [Benchmark(Baseline = true)]
    public object? PlainDeserialize() => JsonSerializer.Deserialize(QueueFiles.Json, PlainJson.Default.PlainQueue);

    [Benchmark]
    public object? PlainDeserializeBytes() => JsonSerializer.Deserialize(QueueFiles.JsonBytes, PlainJson.Default.PlainQueue);

    [Benchmark]
    public object Read() => DockerQueue.Parse(QueueFiles.Json, "queue.json");

    [Benchmark]
    public object ReadValidateRender() => QueueSteps.Render(QueueFiles.Json, "queue.json");

    [Benchmark]
    public object ReadValidateRenderYaml() => QueueSteps.Render(QueueFiles.Yaml, "queue.yaml");
}
