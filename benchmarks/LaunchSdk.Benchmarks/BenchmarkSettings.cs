using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace LaunchSdk.Benchmarks;

/// <summary>
/// Many short iterations and their median, in this process: steadier than few long ones on a machine that does other things too.
/// </summary>
internal sealed class BenchmarkSettings : ManualConfig
{
    public BenchmarkSettings()
    {
        Add(DefaultConfig.Instance);
        AddJob(
            Job.Default.WithToolchain(InProcessEmitToolchain.DontLogOutput)
                .WithIterationTime(TimeInterval.FromMilliseconds(100))
                .WithWarmupCount(10)
                .WithIterationCount(40)
        );
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(StatisticColumn.Median);
        ArtifactsPath = Path.Combine(AppContext.BaseDirectory, "results");
    }
}
