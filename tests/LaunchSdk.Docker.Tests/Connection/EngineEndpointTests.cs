using System.Security.Cryptography;
using System.Text;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Tests.Connection;

public sealed class EngineEndpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-docker-").FullName;
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public EngineEndpointTests() => _variables["DOCKER_CONFIG"] = _folder;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_anything_it_is_the_default_socket()
    {
        Assert.Equal("unix:///var/run/docker.sock", Resolve().Host);
    }

    [Fact]
    public void The_variable_goes_before_the_context_in_use()
    {
        AddContext("work", """{"Host":"ssh://me@work"}""");
        _variables["DOCKER_CONTEXT"] = "work";
        _variables["DOCKER_HOST"] = " 10.0.0.5:2375 ";

        Assert.Equal("tcp://10.0.0.5:2375", Resolve().Host);
    }

    [Theory]
    [InlineData("unix:///run/user/1000/docker.sock")]
    [InlineData("tcp://10.0.0.5:2375")]
    [InlineData("ssh://me@workstation:2222")]
    public void A_context_of_each_kind_is_read(string host)
    {
        AddContext("work", $$"""{"Host":"{{host}}","SkipTLSVerify":false}""");
        File.WriteAllText(Path.Combine(_folder, "config.json"), """{"currentContext":"work"}""");

        var endpoint = Resolve();

        Assert.Equal(host, endpoint.Host);
        Assert.Null(endpoint.Tls);
        Assert.Equal("the docker context 'work'", endpoint.Source);
    }

    [Fact]
    public void A_context_that_is_asked_for_goes_before_the_variable()
    {
        AddContext("work", """{"Host":"ssh://me@work"}""");
        _variables["DOCKER_HOST"] = "tcp://10.0.0.5:2375";

        Assert.Equal("ssh://me@work", EngineEndpoint.Resolve(Options() with { Context = "work" }).Host);
    }

    [Fact]
    public void A_context_with_certificates_speaks_TLS()
    {
        AddContext("work", """{"Host":"tcp://work:2376"}""");
        var tls = Directory.CreateDirectory(Path.Combine(_folder, "contexts", "tls", Id("work"), "docker")).FullName;
        File.WriteAllText(Path.Combine(tls, "ca.pem"), "");
        _variables["DOCKER_CONTEXT"] = "work";

        Assert.Equal(new EngineTls(tls, IsVerified: true, "the docker context 'work'"), Resolve().Tls);
    }

    [Fact]
    public void A_context_may_ask_for_TLS_without_a_check()
    {
        AddContext("work", """{"Host":"tcp://work:2376","SkipTLSVerify":true}""");
        _variables["DOCKER_CONTEXT"] = "work";

        Assert.False(Resolve().Tls!.IsVerified);
    }

    [Fact]
    public void The_variables_for_TLS_name_its_folder()
    {
        _variables["DOCKER_HOST"] = "tcp://work:2376";
        _variables["DOCKER_TLS_VERIFY"] = "1";
        _variables["DOCKER_CERT_PATH"] = "/certs";

        Assert.Equal(new EngineTls("/certs", IsVerified: true, "DOCKER_TLS_VERIFY"), Resolve().Tls);
    }

    [Fact]
    public void TLS_without_a_host_is_this_machines_port()
    {
        _variables["DOCKER_TLS_VERIFY"] = "1";

        Assert.Equal("tcp://localhost:2376", Resolve().Host);
    }

    [Fact]
    public void A_context_that_is_not_JSON_is_named()
    {
        AddContext("work", "{");

        var error = Assert.Throws<DockerEngineUnavailableException>(() => EngineEndpoint.Resolve(Options() with { Context = "work" }));

        Assert.Contains("meta.json cannot be read", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("npipe:////./pipe/docker_engine", ".", "docker_engine")]
    [InlineData("npipe://server/pipe/name", "server", "name")]
    public void A_pipes_address_has_a_server_and_a_name(string host, string server, string pipe)
    {
        Assert.Equal((server, pipe), PipeDialer.Parse(host));
    }

    private static string Id(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private void AddContext(string name, string endpoint)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "contexts", "meta", Id(name))).FullName;
        File.WriteAllText(
            Path.Combine(folder, "meta.json"),
            $$$"""{"Name":"{{{name}}}","Metadata":{},"Endpoints":{"docker":{{{endpoint}}}}}"""
        );
    }

    private DockerEngineOptions Options() => new() { Environment = name => _variables.GetValueOrDefault(name) };

    private EngineEndpoint Resolve() => EngineEndpoint.Resolve(Options());
}
