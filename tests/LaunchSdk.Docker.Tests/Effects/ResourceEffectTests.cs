using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

public sealed class ResourceEffectTests : EffectTests
{
    // The files of cgroup v1, else those of v2.
    private const string Limits = """
        cd /sys/fs/cgroup
        echo memory $(cat memory/memory.limit_in_bytes 2>/dev/null || cat memory.max)
        echo reservation $(cat memory/memory.soft_limit_in_bytes 2>/dev/null || cat memory.low)
        echo quota $(cat cpu/cpu.cfs_quota_us 2>/dev/null || cut -d ' ' -f 1 cpu.max)
        echo period $(cat cpu/cpu.cfs_period_us 2>/dev/null || cut -d ' ' -f 2 cpu.max)
        echo pids $(cat pids/pids.max 2>/dev/null || cat pids.max)
        echo cpuset $(cat cpuset/cpuset.cpus 2>/dev/null || cat cpuset.cpus)
        echo oom $(cat /proc/self/oom_score_adj)
        echo files $(ulimit -Sn) $(ulimit -Hn)
        echo core $(ulimit -Sc)
        echo shm $(df -k /dev/shm | tail -n 1 | awk '{ print $2 }')
        """;

    [EngineFact]
    public async Task Limits_hold_inside_of_the_container()
    {
        var effect = await RunScriptAsync(
            """
            rm: true
            network: none
            memory: 64m
            memory-reservation: 32m
            cpus: 0.5
            cpuset-cpus: 0
            pids-limit: 50
            oom-score-adj: 300
            ulimit: [nofile=123:456, core=0]
            shm-size: 8m
            """,
            Limits
        );

        Assert.Equal(
            [
                "memory 67108864",
                "reservation 33554432",
                "quota 50000",
                "period 100000",
                "pids 50",
                "cpuset 0",
                "oom 300",
                "files 123 456",
                "core 0",
                "shm 8192",
            ],
            effect.Lines
        );
    }

    [EngineFact]
    public async Task Quota_and_period_can_be_given_apart()
    {
        var effect = await RunScriptAsync("{ rm: true, network: none, cpu-quota: 20000, cpu-period: 50000 }", Limits);

        Assert.Contains("quota 20000", effect.Lines);
        Assert.Contains("period 50000", effect.Lines);
    }
}
