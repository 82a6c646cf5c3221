using LaunchSdk.AgentBenchmarks;

// One verb, or none for all; `start` and `jobs` need a Docker Engine and the docker command. LAUNCHSDK_POSTGRES names the server of the
// PostgreSQL part, which is left out without.
var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["queues"] = QueueBenchmarks.RunAsync,
    ["idle"] = IdleBenchmark.RunAsync,
    ["start"] = StartBenchmark.RunAsync,
    ["jobs"] = JobsBenchmark.RunAsync,
};
foreach (var name in args.Length > 0 ? args : [.. benchmarks.Keys])
{
    await benchmarks[name]();
}
