using LaunchSdk.Agent.Policies.Ceilings;
using LaunchSdk.Commands;

namespace LaunchSdk.Agent.Tests.Policies;

/// <summary>A job may lower what its queue limits, never lift it.</summary>
public sealed class QueueCeilingTests
{
    // Queue, what lifts its limit (each line a job), what does not.
    private static readonly (string Queue, string[] Lifting, string[] Lowering)[] Limits =
    [
        (
            "memory: 1g",
            ["memory: 900g", "m: 1025m", "memory: 0", "memory: 2g\nmemory-swap: 2g", "memory-swap: -1", "memory-swap: 3g"],
            ["memory: 512m", "m: 1024m", "memory: 1g\nmemory-swap: 1g", "memory-swap: 2g"]
        ),
        (
            "m: 1g\nmemory-swap: 1g",
            ["memory-swap: 0", "memory-swap: 1025m", "memory-swap: \"-1\""],
            ["m: 512m", "memory: 512m\nmemory-swap: 600m", "memory: 512m\nmemory-swap: null"]
        ),
        ("memory-reservation: 1g", ["memory-reservation: 2g", "memory-reservation: 0"], ["memory-reservation: 512m"]),
        ("kernel-memory: 64m", ["kernel-memory: 65m", "kernel-memory: 0"], ["kernel-memory: 32m"]),
        ("shm-size: 1g", ["shm-size: 2g", "shm-size: 0"], ["shm-size: 64m"]),
        ("pids-limit: 100", ["pids-limit: 101", "pids-limit: 0", "pids-limit: -1"], ["pids-limit: 100", "pids-limit: 0x10"]),
        ("cpu-shares: 512", ["c: 1024", "cpu-shares: 0"], ["c: 2"]),
        (
            "blkio-weight: 300",
            ["blkio-weight: 500", "blkio-weight: 0", "blkio-weight-device: /dev/sda:500"],
            ["blkio-weight: 10", "blkio-weight-device: /dev/sda:300"]
        ),
        ("cpu-count: 2", ["cpu-count: 3", "cpu-count: 0"], ["cpu-count: 1"]),
        ("cpu-percent: 50", ["cpu-percent: 51", "cpu-percent: 0"], ["cpu-percent: 10"]),
        ("io-maxbandwidth: 1m", ["io-maxbandwidth: 2m", "io-maxbandwidth: 0"], ["io-maxbandwidth: 1k"]),
        ("io-maxiops: 100", ["io-maxiops: 101", "io-maxiops: 0"], ["io-maxiops: 1"]),
        ("cpu-rt-runtime: 1000", ["cpu-rt-runtime: 1001"], ["cpu-rt-runtime: 10"]),
        (
            "cpus: 2",
            [
                "cpus: 2.5",
                "cpus: 5/2",
                "cpus: 0",
                "cpus: null\ncpu-quota: 400000",
                "cpus: null\ncpu-quota: 50000\ncpu-period: 10000",
                "cpus: null\ncpu-quota: -1",
            ],
            ["cpus: 1.5", "cpus: null\ncpu-quota: 200000", "cpus: null\ncpu-quota: 50000\ncpu-period: 50000"]
        ),
        (
            "cpu-quota: 50000",
            ["cpu-quota: 50001", "cpu-quota: 0", "cpu-quota: -1", "cpu-period: 10000", "cpu-quota: null\ncpus: 1"],
            ["cpu-quota: 10000", "cpu-period: 200000", "cpu-quota: null\ncpus: 0.5"]
        ),
        (
            "cpu-quota: 100000\ncpu-period: 200000",
            ["cpu-period: 100000", "cpu-quota: 100001"],
            ["cpu-period: 400000", "cpu-quota: 50000\ncpu-period: 100000"]
        ),
        ("cpu-rt-period: 1000000", ["cpu-rt-period: 1000"], ["cpu-rt-period: 1000000"]),
        ("memory-swappiness: 0", ["memory-swappiness: 100", "memory-swappiness: -1"], ["memory-swappiness: 0"]),
        ("oom-kill-disable: false", ["oom-kill-disable: true"], ["oom-kill-disable: false"]),
        ("memory: 1g\nrm: true", ["oom-kill-disable: true"], ["oom-kill-disable: false"]),
        ("oom-score-adj: 500", ["oom-score-adj: 499", "oom-score-adj: -1000"], ["oom-score-adj: 1000"]),
        (
            "cpuset-cpus: 0-3,8",
            ["cpuset-cpus: 0-4", "cpuset-cpus: 9", "cpuset-cpus: \"\"", "cpuset-cpus: 0-3,x"],
            ["cpuset-cpus: 1-2", "cpuset-cpus: \"8\"", "cpuset-cpus: 0-1,2-3,8"]
        ),
        ("cpuset-mems: 0,1", ["cpuset-mems: 0-2"], ["cpuset-mems: 0-1"]),
        ("cgroup-parent: jobs.slice", ["cgroup-parent: system.slice", "cgroup-parent: \"\""], ["cgroup-parent: jobs.slice"]),
        (
            "ulimit: [nofile=1024, \"nproc=10:20\"]",
            ["ulimit: nofile=1025", "ulimit: nofile=-1", "ulimit: nofile=10:2048", "ulimit: [nofile=10, nproc=21]"],
            ["ulimit: nofile=512", "ulimit: [\"nproc=20:20\"]", "ulimit: core=-1"]
        ),
        (
            "device-read-bps: /dev/sda:1mb",
            [
                "device-read-bps: /dev/sda:2mb",
                "device-read-bps: /dev/sda:0",
                "device-read-bps: /dev/./sda:1gb",
                "device-read-bps: [/dev/sda:1mb, /dev/sda:9mb]",
            ],
            ["device-read-bps: /dev/sda:1kb"]
        ),
        ("device-write-bps: /dev/sda:1mb", ["device-write-bps: /dev/sda:2mb"], ["device-write-bps: /dev/sda:1mb"]),
        (
            "device-read-iops: /dev/sda:100",
            ["device-read-iops: /dev/sda:101", "device-read-iops: /dev/sda:0"],
            ["device-read-iops: /dev/sda:1"]
        ),
        ("device-write-iops: /dev/sda:100", ["device-write-iops: /dev/sda:1000"], ["device-write-iops: /dev/sda:100"]),
        (
            "blkio-weight-device: /dev/sda:100",
            ["blkio-weight-device: /dev/sda:200", "blkio-weight-device: /dev/sda:0", "blkio-weight-device: /dev/sdb:1000"],
            ["blkio-weight-device: /dev/sda:10"]
        ),
        ("storage-opt: size=10g", ["storage-opt: size=11g", "storage-opt: size=0"], ["storage-opt: size=1g"]),
        (
            "log-opt: [max-size=10m, tag=x]",
            ["log-opt: max-size=11m", "log-opt: max-size=-1"],
            ["log-opt: max-size=1m", "log-opt: [max-size=1m, tag=y]"]
        ),
        ("gpus: 2", ["gpus: all", "gpus: 3", "gpus: '\"device=0,1,2\"'", "gpus: [1, 2]"], ["gpus: 1", "gpus: device=7", "gpus: null"]),
        ("gpus: '\"device=0,1\"'", ["gpus: device=2", "gpus: 1", "gpus: all"], ["gpus: device=1", "gpus: null"]),
        (
            "env: [NVIDIA_VISIBLE_DEVICES=0, A=b]",
            ["env: NVIDIA_VISIBLE_DEVICES=all", "env: NVIDIA_VISIBLE_DEVICES"],
            ["env: A=c", "env: [NVIDIA_VISIBLE_DEVICES=0]"]
        ),
    ];

    private static IReadOnlyList<string> All =>
        LimitNames.TryRead([LimitNames.All], out var all, out var error) ? all : throw new InvalidOperationException(error);

    public static TheoryData<string, string> Lifting =>
        [.. Limits.SelectMany(static limit => limit.Lifting.Select(job => new TheoryDataRow<string, string>(limit.Queue, job)))];

    public static TheoryData<string, string> Lowering =>
        [.. Limits.SelectMany(static limit => limit.Lowering.Select(job => new TheoryDataRow<string, string>(limit.Queue, job)))];

    public static TheoryData<string> Removed =>
        [
            .. Limits
                .Where(static limit => !limit.Queue.StartsWith("gpus", StringComparison.Ordinal))
                .Select(static limit => limit.Queue)
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(Lifting))]
    public void What_lifts_a_limit_is_refused_with_both_values_and_the_way_out(string queue, string job)
    {
        var held = Merge(queue, job);

        Assert.NotEmpty(held.Refusals);
        Assert.All(
            held.Refusals,
            refusal =>
            {
                Assert.StartsWith("the job may not ", refusal, StringComparison.Ordinal);
                Assert.Contains("--lift-limits ", refusal, StringComparison.Ordinal);
                Assert.Contains(job.Split('\n'), line => refusal.Contains($"{line.Split(':')[0]}: ", StringComparison.Ordinal));
            }
        );
    }

    [Theory]
    [MemberData(nameof(Lifting))]
    public void What_the_operator_lets_jobs_lift_is_merged_as_it_stands(string queue, string job)
    {
        var held = Merge(queue, job, All);

        Assert.Empty(held.Refusals);
        Assert.Equal(LayeredRun.Create(Request(queue, job)).Value?.Settings, held.Run.Settings);
    }

    [Theory]
    [MemberData(nameof(Lowering))]
    public void What_stays_within_a_limit_is_not_refused(string queue, string job) => Assert.Empty(Merge(queue, job).Refusals);

    [Theory]
    [MemberData(nameof(Removed))]
    public void A_limit_that_a_job_takes_away_with_null_stays(string queue)
    {
        var names = DockerQueue
            .Parse(queue)
            .GetValueOrThrow()
            .Config.Settings.Where(static setting => All.Contains(setting.Option.Name))
            .Select(static setting => setting.Name)
            .ToArray();
        var held = Merge(queue, string.Join('\n', names.Select(static name => $"{name}: null")));
        var limits = held.Run.Settings;

        Assert.Empty(held.Refusals);
        Assert.Empty(QueueCeilings.Find(DockerRunCommand.Create(Request(queue, null)).Value!.Options, limits, []));
        Assert.All(names, name => Assert.Contains(limits, setting => setting.Name == name));
    }

    [Theory]
    [InlineData("ulimit: [nofile=1024, nproc=10]", "ulimit: nproc=5", "ulimit: nproc=5, nofile=1024")]
    [InlineData("ulimit: [nofile=1024, nproc=10]", "ulimit: []", "ulimit: nofile=1024, nproc=10")]
    [InlineData("env: [NVIDIA_VISIBLE_DEVICES=0, A=b]", "env: A=c", "env: A=c, NVIDIA_VISIBLE_DEVICES=0")]
    [InlineData("env: [NVIDIA_VISIBLE_DEVICES=0, A=b]", "env: null", "env: NVIDIA_VISIBLE_DEVICES=0")]
    [InlineData("memory: 1g", "memory: null", "memory: 1g")]
    [InlineData("memory: 1g\nmemory-swap: 1g", "memory: null", "memory: 1g; memory-swap: 1g")]
    [InlineData("cpus: 2", "c: 2\ncpus: null", "cpus: 2; c: 2")]
    public void What_a_job_leaves_out_of_a_limit_is_added_to_what_it_says(string queue, string job, string merged)
    {
        var options = Merge(queue, job).Run.Settings;

        Assert.Equal(merged, string.Join("; ", options.Select(static setting => $"{setting.Name}: {string.Join(", ", setting.Texts)}")));
    }

    [Fact]
    public void A_limit_that_stays_is_told_once_with_its_value() =>
        Assert.Equal(["the queue's limit 'memory: 1g' stays: a job cannot take it away"], Merge("memory: 1g", "memory: null").Kept);

    [Fact]
    public void A_limit_that_is_a_template_without_a_value_holds_and_names_the_way_out()
    {
        var refusal = Assert.Single(Merge("memory: \"{{memory}}\"", "memory: 900g").Refusals);

        Assert.Contains("Set the queue's template variable", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "memory: 900g\ncpus: 64\ngpus: all\npids-limit: -1")]
    [InlineData("memory: 0\npids-limit: -1\ngpus: all", "memory: 900g\npids-limit: 5000\ngpus: 4")]
    public void Where_the_queue_has_no_limit_a_job_may_set_any(string queue, string job)
    {
        var held = Merge(queue, job);

        Assert.Empty(held.Refusals);
        Assert.Empty(held.Kept);
    }

    [Fact]
    public void Every_limit_of_the_schema_has_a_rule_and_stands_in_this_table()
    {
        var tried = Limits
            .SelectMany(static limit => DockerQueue.Parse(limit.Queue).GetValueOrThrow().Config.Settings)
            .Select(static setting => setting.Option.Name)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(All.Except(tried));
        Assert.Empty(All.Except(CeilingRules.All.SelectMany(static rule => rule.Options).Select(static option => option.Name)));
    }

    [Theory]
    [InlineData("memry", "did you mean 'memory'?")]
    [InlineData("volume", "write names of options that limit something")]
    public void A_name_that_is_no_limit_is_refused_with_a_way_out(string name, string wayOut)
    {
        Assert.False(LimitNames.TryRead([name], out _, out var error));

        Assert.Contains(wayOut, error, StringComparison.Ordinal);
    }

    private static HeldMerge Merge(string queue, string job, IReadOnlyCollection<string>? liftable = null) =>
        HeldMerge.Create(Request(queue, job), liftable ?? []);

    private static DockerRunRequest Request(string queue, string? job) =>
        new()
        {
            Queue = DockerQueue.Parse(queue).GetValueOrThrow(),
            Image = "busybox",
            Override = job is null ? null : DockerQueue.Parse(job).GetValueOrThrow().Config,
        };
}
