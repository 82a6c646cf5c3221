using System.Reflection;

namespace LaunchSdk.Tests.Configuration;

/// <summary>Members of older keys still work, and say what to write in their place.</summary>
public sealed class DeprecatedMemberTests
{
    [Theory]
    [InlineData(typeof(LaunchAgentConfig), "Queue", "'queue' is now called 'queues': use Queues")]
    [InlineData(typeof(LaunchAgentConfig), "Registry", "'registry' is now called 'builder.destination': use Builder.Destination")]
    [InlineData(typeof(QueueBuilderConfig), "Cuda", "'cuda' is now called 'accelerator': use Accelerator")]
    [InlineData(typeof(LaunchAgentConfigBuilder), "Queue", "'queue' is now called 'queues': use Queues")]
    [InlineData(typeof(LaunchAgentConfigBuilder), "Registry", "'registry' is now called 'builder.destination': use Builder.Destination")]
    public void A_member_of_an_older_key_names_its_successor(Type type, string member, string message) =>
        Assert.Equal(message, Assert.Single(type.GetMember(member)).GetCustomAttribute<ObsoleteAttribute>()!.Message);

    [Fact]
    public void No_other_member_of_a_configuration_is_obsolete() =>
        Assert.Equal(
            [
                "LaunchAgentConfig.Queue",
                "LaunchAgentConfig.Registry",
                "LaunchAgentConfigBuilder.Queue",
                "LaunchAgentConfigBuilder.Registry",
                "QueueBuilderConfig.Cuda",
            ],
            typeof(DockerQueue)
                .Assembly.GetExportedTypes()
                .SelectMany(type =>
                    type.GetMembers()
                        .Where(member =>
                            member is not ConstructorInfo && member.DeclaringType == type && member.IsDefined(typeof(ObsoleteAttribute))
                        )
                )
                .Select(member => $"{member.DeclaringType!.Name}.{member.Name}")
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void An_older_member_counts_for_equality()
    {
        var config = new LaunchAgentConfig { StoredQueue = "gpu" };

        Assert.Equal("gpu", typeof(LaunchAgentConfig).GetProperty("Queue")!.GetValue(config));
        Assert.NotEqual(new LaunchAgentConfig(), config);
    }
}
