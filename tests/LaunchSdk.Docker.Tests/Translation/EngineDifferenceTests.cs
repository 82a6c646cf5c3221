using System.Text.Json.Nodes;
using LaunchSdk.Commands;
using LaunchSdk.Configuration;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Translation;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Docker.Tests.Translation;

/// <summary>What hangs on the engine's API version or system, and which no recording of docker 29.8 covers.</summary>
public sealed class EngineDifferenceTests
{
    private const string ReadOnlyRecursive =
        """{ "mount": "type=bind,source=/a,target=/b,readonly,bind-propagation=rprivate,bind-recursive=readonly" }""";

    [Theory]
    [InlineData("1.43", ReadOnlyRecursive, "bind-recursive=readonly of a mount needs Engine API 1.44")]
    [InlineData("1.43", """{ "mac-address": "92:d0:c6:0a:29:33" }""", "'mac-address' needs Engine API 1.44")]
    [InlineData("1.43", """{ "network": "name=n,mac-address=92d0c60a2933" }""", "a MAC address of a network needs Engine API 1.44")]
    [InlineData("1.43", """{ "health-start-interval": "1s" }""", "'health-start-interval' needs Engine API 1.44")]
    [InlineData("1.42", """{ "annotation": "a=b" }""", "'annotation' needs Engine API 1.43")]
    public void What_an_older_engine_would_ignore_is_refused(string version, string queue, string message)
    {
        var request = Translate(queue, new EngineTarget(version));

        var problem = Assert.Single(request.Problems);
        Assert.Equal(NotSupportedByEngine.Rule, problem.Rule);
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(version, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.44", ReadOnlyRecursive)]
    [InlineData("1.43", """{ "mount": "type=bind,source=/a,target=/b,readonly,bind-recursive=writable" }""")]
    [InlineData("1.43", """{ "mac-address": "" }""")]
    [InlineData("1.41", """{ "disable-content-trust": false }""")]
    public void What_the_engine_takes_or_need_not_know_passes(string version, string queue) =>
        Assert.Empty(Translate(queue, new EngineTarget(version)).Problems);

    [Theory]
    [InlineData("nonsense:x:y:z")]
    [InlineData("rel/ative")]
    [InlineData("class/5B45201D-F2F2-4F3B-85BB-30FF1F953599")]
    public void A_device_is_judged_for_a_linux_engine_only(string device)
    {
        var queue = new JsonObject { ["device"] = device }.ToJsonString();

        var windows = Translate(queue, new EngineTarget("1.55", EngineTarget.Windows));
        var linux = Translate(queue, EngineTarget.Newest);

        Assert.Equal(device, (string?)Body(windows)["HostConfig"]!["Devices"]![0]!["PathOnHost"]);
        Assert.Equal(InvalidValue.Rule, Assert.Single(linux.Problems).Rule);
    }

    [Fact]
    public void The_api_socket_is_mounted_by_its_path_on_the_engines_host_and_not_on_windows()
    {
        const string Queue = """{ "use-api-socket": true }""";

        var remote = Translate(Queue, EngineTarget.Newest, "tcp://192.0.2.1:2376");
        var windows = Translate(Queue, new EngineTarget("1.55", EngineTarget.Windows));

        Assert.Equal("/var/run/docker.sock", (string?)Body(remote)["HostConfig"]!["Mounts"]![0]!["Source"]);
        Assert.Equal(NotSupportedByEngine.Rule, Assert.Single(windows.Problems).Rule);
    }

    [Theory]
    [InlineData("""{ "ip": "2001:db8::1", "network": "n" }""", null)]
    [InlineData("""{ "ip6": "1.2.3.4", "network": "n" }""", """{"IPv6Address":"::ffff:1.2.3.4"}""")]
    [InlineData("""{ "ip6": "FE80:0::1", "network": "n" }""", """{"IPv6Address":"fe80::1"}""")]
    [InlineData(
        """{ "link-local-ip": ["nope", "FE80::1%eth0", " 169.254.1.1"], "network": "n" }""",
        """{"LinkLocalIPs":["fe80::1%eth0"]}"""
    )]
    [InlineData(
        """{ "network": "name=n,ip=::FFFF:1.2.3.4,ip6=FE80::1%Eth0" }""",
        """{"IPv4Address":"::ffff:1.2.3.4","IPv6Address":"fe80::1%eth0"}"""
    )]
    public void Addresses_are_sent_as_go_prints_them_and_dropped_where_docker_drops_them(string queue, string? addresses)
    {
        var body = Body(Translate(queue, EngineTarget.Newest));

        Assert.Equal(addresses, body["NetworkingConfig"]!["EndpointsConfig"]?["n"]?["IPAMConfig"]?.ToJsonString());
    }

    private static JsonNode Body(ConfigResult<CreateRequest> request) => JsonNode.Parse(request.GetValueOrThrow().ToJson())!["body"]!;

    private static ConfigResult<CreateRequest> Translate(string queue, EngineTarget engine, string address = "unix:///var/run/docker.sock")
    {
        var parsed = DockerQueue.Parse(queue, "queue.json").GetValueOrThrow();
        var command = DockerRunCommand.Create(new DockerRunRequest { Queue = parsed, Image = "busybox" }).GetValueOrThrow();
        var client = new ClientContext { DockerConfig = DockerConfigFile.Empty, EngineAddress = address };
        return CreateRequestTranslator.Translate(command, engine, client);
    }
}
