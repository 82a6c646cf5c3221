using LaunchSdk.Documents;

namespace LaunchSdk.Tests;

public sealed class ReadingTests
{
    [Theory]
    [InlineData(ConfigFormat.Json)]
    [InlineData(ConfigFormat.Yaml)]
    public void An_agent_config_reads_back_equal(ConfigFormat format)
    {
        var config = new LaunchAgentConfig
        {
            Entity = "team",
            Queues = ["gpu", "no"],
            MaxJobs = -1,
            Builder = new() { Type = ImageBuilderKind.Docker },
        };

        Assert.Equal(
            config,
            LaunchAgentConfig.Parse(config.ToText(format), format == ConfigFormat.Json ? "c.json" : "c.yaml").GetValueOrThrow()
        );
    }

    [Fact]
    public void A_job_reads_back_equal()
    {
        var job = new LaunchJob
        {
            Docker = new() { DockerImage = "busybox" },
            ResourceArgs = new() { LocalContainer = new() { Memory = "1g" } },
        };

        Assert.Equal(job, LaunchJob.Parse(job.ToText(ConfigFormat.Yaml)).GetValueOrThrow());
    }

    [Fact]
    public void An_override_may_be_bare_options_or_a_job()
    {
        var bare = DockerQueueConfig.ParseOverride("memory: 1g").GetValueOrThrow();
        var job = DockerQueueConfig.ParseOverride("resource_args: {local-container: {memory: 1g}}").GetValueOrThrow();

        Assert.Equal(bare.Settings.AllTexts(Options.DockerOptions.Memory), job.Settings.AllTexts(Options.DockerOptions.Memory));
    }
}
