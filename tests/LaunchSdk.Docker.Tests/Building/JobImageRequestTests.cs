using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Tests.Building;

public sealed class JobImageRequestTests
{
    private static readonly JobImageRequest Request = new() { Source = BuildSource.Parse("./train") };

    [Fact]
    public void The_older_registry_uri_of_a_configuration_made_in_code_is_the_destination()
    {
#pragma warning disable CS0618 // The older spelling is what is tested.
        var agent = new LaunchAgentConfig { Registry = new AgentRegistryConfig { Uri = "registry.example.com/jobs" } };
#pragma warning restore CS0618

        Assert.Equal("registry.example.com/jobs", Request.WithAgent(agent).Destination?.Name);
    }

    [Theory]
    [InlineData("team/cuda:${run_id}")]
    [InlineData("team/cuda:{{version}}")]
    public void A_base_image_that_only_a_run_can_fill_in_is_told_as_such(string image)
    {
        var queue = new DockerQueueConfig
        {
            Builder = new QueueBuilderConfig { Accelerator = new AcceleratorConfig { BaseImage = image } },
        };

        var error = Assert.Throws<ImageBuildException>(() => Request.WithQueue(queue));

        Assert.Contains("builder.accelerator.base_image", error.Message, StringComparison.Ordinal);
        Assert.Contains("launch run SOURCE --queue FILE", error.Message, StringComparison.Ordinal);
    }
}
