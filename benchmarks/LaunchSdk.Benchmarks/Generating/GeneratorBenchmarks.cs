using BenchmarkDotNet.Attributes;

namespace LaunchSdk.Benchmarks.Generating;

/// <summary>The generator over the repository's schemas: a first run, and one after an edit of unrelated code.</summary>
public class GeneratorBenchmarks
{
    private static readonly GeneratorSteps Steps = new();

    [Benchmark]
    public object FirstRun() => Steps.First();

    [Benchmark]
    public object CachedRun() => Steps.AfterEdit();
}
