using LaunchSdk.Agent.Policies;

namespace LaunchSdk.Agent.Tests.Policies;

public sealed class OverridePolicyTests
{
    [Theory]
    [InlineData("cpu-period: 100000")]
    [InlineData("cpu-quota: 100000")]
    [InlineData("cpu-shares: 2")]
    [InlineData("cpus: 2")]
    [InlineData("cpuset-cpus: 0-1")]
    [InlineData("cpuset-mems: 0-1")]
    [InlineData("e: A=b")]
    [InlineData("env: A=b")]
    [InlineData("gpus: all")]
    [InlineData("m: 1g")]
    [InlineData("memory: 1g")]
    [InlineData("memory-reservation: 1g")]
    [InlineData("memory-swap: 2g")]
    [InlineData("name: x")]
    [InlineData("pids-limit: 100")]
    [InlineData("platform: linux/amd64")]
    [InlineData("shm-size: 1g")]
    [InlineData("ulimit: nofile=1024")]
    [InlineData("w: /src")]
    [InlineData("workdir: /src")]
    public void The_policy_of_the_other_agent_lets_its_options_through_by_any_name(string option) =>
        Assert.Empty(OverridePolicy.Wandb.Refuse(Options(option)));

    [Fact]
    public void Every_refused_option_is_named_with_the_policy()
    {
        var refusals = OverridePolicy.Wandb.Refuse(Options("v: /:/host\nprivileged: true\nmemory: 1g"));

        Assert.Equal(2, refusals.Count);
        Assert.StartsWith(
            "the job may not set 'v': the agent's override policy wandb-0.28.1 does not have it",
            refusals[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith("the job may not set 'privileged'", refusals[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Open_lets_everything_through() => Assert.Empty(OverridePolicy.Open.Refuse(Options("privileged: true\nvolume: /:/host")));

    [Fact]
    public void Nothing_lets_nothing_through() => Assert.Single(OverridePolicy.Nothing.Refuse(Options("memory: 1g")));

    [Fact]
    public void A_list_counts_by_any_name_of_an_option()
    {
        Assert.True(OverridePolicy.TryParse("v, memory", out var policy, out _));

        Assert.Empty(policy.Refuse(Options("volume: /data:/data\nm: 1g")));
        Assert.Single(policy.Refuse(Options("env: A=b")));
        Assert.Equal("volume,memory", policy.Name);
        Assert.Equal(["memory", "volume"], policy.Allowed!);
    }

    [Fact]
    public void Taking_a_queues_option_away_counts_as_setting_it() => Assert.Single(OverridePolicy.Wandb.Refuse(Options("cap-drop: null")));

    [Theory]
    [InlineData("memry", "did you mean 'memory'?")]
    [InlineData("", "the policy names no option")]
    public void What_is_neither_policy_nor_option_is_refused_with_a_way_out(string text, string wayOut)
    {
        Assert.False(OverridePolicy.TryParse(text, out _, out var error));

        Assert.Contains(wayOut, error, StringComparison.Ordinal);
    }

    private static DockerQueueConfig Options(string text) => DockerQueue.Parse(text).GetValueOrThrow().Config;
}
