using System.Text;
using Docker.DotNet.Models;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Tests.Connection.Hosts;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Connection;

/// <summary>A real dockerd on a loopback port that speaks TLS with clients of one authority only.</summary>
public sealed class TlsTests(TlsEngine engine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Skip = TlsEngine.SkipReason, SkipType = typeof(TlsEngine), SkipUnless = nameof(TlsEngine.CanRun))]
    public async Task A_container_runs_on_an_engine_with_TLS_and_gets_the_end_of_its_input()
    {
        await using var docker = await ConnectAsync(engine.ClientFolder);
        await ImportBusyboxAsync(docker);
        var output = new CapturedOutput();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("over TLS"));

        var result = await new ContainerRunner(docker).RunAsync(Plans.Shell("cat; exit 7").WithInput(), output, input, Token);

        Assert.Equal(7, result.ExitCode);
        Assert.Equal("over TLS", output.Stdout);
    }

    [Fact(Skip = TlsEngine.SkipReason, SkipType = typeof(TlsEngine), SkipUnless = nameof(TlsEngine.CanRun))]
    public async Task An_engine_whose_authority_is_not_trusted_is_refused()
    {
        var error = await RefusedAsync(engine.StrangerFolder);

        Assert.Contains("its certificate is not trusted", error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(engine.StrangerFolder, "ca.pem"), error.Advice, StringComparison.Ordinal);
    }

    [Fact(Skip = TlsEngine.SkipReason, SkipType = typeof(TlsEngine), SkipUnless = nameof(TlsEngine.CanRun))]
    public async Task A_client_that_the_engine_does_not_know_is_told_so()
    {
        var error = await RefusedAsync(engine.StrangerFolder, verify: null);

        Assert.Contains("the TLS connection was refused", error.Message, StringComparison.Ordinal);
        Assert.Contains("client certificate", error.Advice, StringComparison.Ordinal);
    }

    [Fact(Skip = TlsEngine.SkipReason, SkipType = typeof(TlsEngine), SkipUnless = nameof(TlsEngine.CanRun))]
    public async Task TLS_without_a_check_takes_any_engine_for_a_client_that_it_knows()
    {
        await using var docker = await ConnectAsync(engine.ClientFolder, verify: null);

        Assert.Equal("linux", docker.OSType);
    }

    [Fact(Skip = TlsEngine.SkipReason, SkipType = typeof(TlsEngine), SkipUnless = nameof(TlsEngine.CanRun))]
    public async Task A_client_without_TLS_is_told_to_ask_for_it()
    {
        await engine.RequireAsync();

        var error = await Assert.ThrowsAsync<DockerEngineUnavailableException>(() =>
            DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host, Environment = _ => null }, Token)
        );

        Assert.Contains("it speaks TLS", error.Message, StringComparison.Ordinal);
        Assert.Contains("DOCKER_TLS_VERIFY=1", error.Advice, StringComparison.Ordinal);
    }

    [Fact(Skip = TlsEngine.SkipReason, SkipType = typeof(TlsEngine), SkipUnless = nameof(TlsEngine.CanRun))]
    public async Task Files_that_are_no_certificates_are_named()
    {
        var folder = Directory.CreateTempSubdirectory("lsdk-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "cert.pem"), "no certificate", Token);

        var error = await RefusedAsync(folder);

        Assert.Contains($"the TLS files in {folder} cannot be used (cert.pem)", error.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task ImportBusyboxAsync(DockerEngine docker)
    {
        using var archive = new MemoryStream(BusyboxArchive.Create());
        var parameters = new ImagesCreateParameters
        {
            FromSrc = "-",
            Repo = "launchsdk-test/busybox",
            Tag = "latest",
        };
        await docker.Client.Images.CreateImageAsync(parameters, archive, null, new Progress<JSONMessage>(), Token);
    }

    private async Task<DockerEngine> ConnectAsync(string folder, string? verify = "1")
    {
        await engine.RequireAsync();
        return await DockerEngine.ConnectAsync(
            new DockerEngineOptions
            {
                Host = engine.Host,
                Environment = name =>
                    name switch
                    {
                        "DOCKER_TLS_VERIFY" => verify,
                        "DOCKER_TLS" => "1",
                        "DOCKER_CERT_PATH" => folder,
                        _ => null,
                    },
            },
            Token
        );
    }

    private Task<DockerEngineUnavailableException> RefusedAsync(string folder, string? verify = "1") =>
        Assert.ThrowsAsync<DockerEngineUnavailableException>(() => ConnectAsync(folder, verify));
}
