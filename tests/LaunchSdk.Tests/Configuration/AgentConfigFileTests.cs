using LaunchSdk.Documents;
using LaunchSdk.Testing;

namespace LaunchSdk.Tests.Configuration;

/// <summary>launch-config.yaml: what older keys become, what destinations and regions need, and reading what was written.</summary>
public sealed class AgentConfigFileTests
{
    [Fact]
    public void The_older_queue_joins_the_queues()
    {
        var config = ConfigText.Agent("entity: e\nqueue: a\nqueues: [b]\n").GetValueOrThrow();

        Assert.Equal(["b", "a"], config.Queues!);
        Assert.Null(config.StoredQueue);
    }

    [Fact]
    public void A_queue_that_is_named_twice_is_one_queue() =>
        Assert.Equal(["a"], ConfigText.Agent("queue: a\nqueues: [a]\n").GetValueOrThrow().Queues!);

    [Fact]
    public void The_older_registry_becomes_the_builders_destination()
    {
        var result = ConfigText.Agent("registry: { type: acr, uri: mlregistry.azurecr.io/jobs }\n");

        Assert.Equal("mlregistry.azurecr.io/jobs", result.Value!.Builder!.Destination);
        Assert.Null(result.Value.StoredRegistry);
        Assert.Equal("LSDK0103 @ 1:1", ConfigText.Show(Assert.Single(result.Problems)));
    }

    [Fact]
    public void The_builders_own_destination_wins_over_the_older_registry() =>
        Assert.Equal(
            "a.azurecr.io/new",
            ConfigText
                .Agent("builder: { destination: a.azurecr.io/new }\nregistry: { uri: a.azurecr.io/old }\n")
                .Value!.Builder!.Destination
        );

    [Theory]
    [InlineData("123456789012.dkr.ecr.us-east-1.amazonaws.com/jobs")]
    [InlineData("https://mlregistry.azurecr.io/jobs")]
    [InlineData("europe-west4-docker.pkg.dev/project/repository/image")]
    public void A_destination_of_a_known_service_has_no_problems(string destination) =>
        Assert.Empty(ConfigText.Agent($"builder: {{ destination: \"{destination}\" }}\n").Problems);

    [Theory]
    [InlineData("mlregistry.azurecr.io/jobs:latest", "LSDK0005")]
    [InlineData("europe-west4-docker.pkg.dev/project/repository", "LSDK0005")]
    [InlineData("jobs", "LSDK0005")]
    [InlineData("registry.example.com/jobs", "LSDK0104")]
    [InlineData("localhost:5000/jobs", "LSDK0104")]
    public void Another_destination_is_an_error_or_a_warning(string destination, string rule) =>
        Assert.Equal(rule, Assert.Single(ConfigText.Agent($"builder: {{ destination: \"{destination}\" }}\n").Problems).Rule.Id);

    [Theory]
    [InlineData("aws", true)]
    [InlineData("gcp", true)]
    [InlineData("azure", false)]
    [InlineData("local", false)]
    public void Only_aws_and_gcp_need_a_region(string cloud, bool isNeeded) =>
        Assert.Equal(isNeeded, ConfigText.Agent($"environment: {{ type: {cloud} }}\n").HasErrors);

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_file_reads_back_equal_from_both_formats(ConfigFixture fixture)
    {
        var config = ConfigText.Agent(File.ReadAllText(fixture.FullPath)).GetValueOrThrow();

        Assert.Equal(config, Reread(config, ConfigFormat.Json));
        Assert.Equal(config, Reread(config, ConfigFormat.Yaml));
    }

    [Fact]
    public void The_values_of_a_file_are_typed()
    {
        var config = ConfigText.Agent(File.ReadAllText(new ConfigFixture("agent/valid/full.yaml").FullPath)).GetValueOrThrow();

        Assert.Equal(
            ("my-team", 4, -1, true, 2, 120),
            (config.Entity, config.MaxJobs, config.MaxSchedulers, config.SecureMode, config.Verbosity, config.StoppedRunTimeout)
        );
        Assert.Equal((ImageBuilderKind.Docker, BuildPlatform.LinuxAmd64), (config.Builder!.Type, config.Builder.Platform));
        Assert.Equal((CloudKind.Gcp, "europe-west4"), (config.Environment!.Type, config.Environment.Region));
    }

    public static TheoryData<ConfigFixture> Valid() =>
        [
            .. ConfigFixture
                .All()
                .Select(row => row.Data)
                .Where(fixture => fixture.Name.StartsWith("agent/valid/", StringComparison.Ordinal)),
        ];

    private static LaunchAgentConfig Reread(LaunchAgentConfig config, ConfigFormat format) =>
        LaunchSdk
            .AgentConfigFile.Read(ConfigDocument.Read(ConfigText.Write(config.Write, format), format, "launch-config"))
            .GetValueOrThrow();
}
