using System.Globalization;
using LaunchSdk.Docker;
using LaunchSdk.RunBenchmarks;
using LaunchSdk.Testing;

if (args is [EngineProcess.Argument])
{
    await EngineProcess.ServeAsync();
    return;
}

// One name of a benchmark, or none for all; ROUNDS and, for output, MEBIBYTES change how much.
var engine = await TestEngine.RequireAsync();
Environment.SetEnvironmentVariable("DOCKER_HOST", engine.Host);
await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host });
var rounds = int.Parse(Environment.GetEnvironmentVariable("ROUNDS") ?? "30", CultureInfo.InvariantCulture);
var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["run"] = () => RunBenchmarks.OneRunAsync(docker, rounds),
    ["own-cost"] = () => RunBenchmarks.OwnCostAsync(rounds),
    ["parallel"] = () => RunBenchmarks.ParallelAsync(docker, Math.Max(3, rounds / 6)),
    ["output"] = () => OutputBenchmarks.VolumeAsync(docker, Math.Max(3, rounds / 6)),
    ["input"] = () => InputBenchmark.RunAsync(Math.Max(3, rounds / 3)),
    ["lines"] = () => OutputBenchmarks.LinesAsync(Math.Max(3, rounds / 3)),
    ["cold"] = () => ColdBenchmark.RunAsync(docker, rounds),
    ["stop"] = () => StopBenchmark.RunAsync(docker, Math.Max(3, rounds / 3)),
    ["soak"] = () => SoakBenchmark.RunAsync(docker),
};
foreach (var name in args.Length > 0 ? args : [.. benchmarks.Keys])
{
    await benchmarks[name]();
}
