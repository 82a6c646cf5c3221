using LaunchSdk.Docker.Errors;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Errors;

public sealed class ErrorCatalogTests
{
    // Messages that this machine cannot bring an engine to: from engines with the hardware, the disk or the registry for it.
    [Theory]
    [InlineData("write /var/lib/docker/tmp/GetImageBlob1: no space left on device", EngineErrorKind.NoSpace)]
    [InlineData("could not select device driver \"\" with capabilities: [[gpu]]", EngineErrorKind.NoGpuDriver)]
    [InlineData("nvidia-container-cli: initialization error: load library failed: libnvidia-ml.so.1", EngineErrorKind.NoGpuDriver)]
    [InlineData("Bind for 0.0.0.0:80 failed: port is already allocated", EngineErrorKind.PortTaken)]
    [InlineData("network jobs not found", EngineErrorKind.NetworkNotFound)]
    [InlineData("pull access denied for team/job, repository does not exist or may require 'docker login'", EngineErrorKind.ImageDenied)]
    [InlineData("manifest for busybox:none not found: manifest unknown: manifest unknown", EngineErrorKind.ImageNotFound)]
    [InlineData(
        "Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io: no such host",
        EngineErrorKind.RegistryUnreachable
    )]
    [InlineData("Head \"http://127.0.0.1:5000/v2/team/job/blobs/sha256:26ea\": EOF", EngineErrorKind.RegistryUnreachable)]
    [InlineData(
        "Put \"https://ghcr.io/v2/team/job/blobs/uploads/1\": read tcp 10.0.0.2:41000->140.82.121.34:443: read: connection reset by peer",
        EngineErrorKind.RegistryUnreachable
    )]
    [InlineData("client version 1.99 is too new. Maximum supported API version is 1.50", EngineErrorKind.ApiVersion)]
    [InlineData("failed to discover GPU vendor from CDI: no known GPU vendor found", EngineErrorKind.NoGpuDriver)]
    [InlineData("failed to set up container networking: network jobs not found", EngineErrorKind.NetworkNotFound)]
    [InlineData(
        "unable to start container process: error during container init: exec: \"/a b\": stat /a b: no such file or directory",
        EngineErrorKind.ProgramNotFound
    )]
    [InlineData(
        "unable to start container process: error during container init: exec: \"/bin\": is a directory: permission denied",
        EngineErrorKind.ProgramNotExecutable
    )]
    [InlineData(
        "error gathering device information while adding custom device \"/dev/x\": no such file or directory",
        EngineErrorKind.DeviceNotFound
    )]
    [InlineData("could not select device driver \"cdi\" with capabilities: []", EngineErrorKind.DeviceNotFound)]
    [InlineData("tag does not exist: 127.0.0.1:5000/no/such:1", EngineErrorKind.ImageNotFound)]
    [InlineData(
        "create ~/data: \"~/data\" includes invalid characters for a local volume name, only \"[a-zA-Z0-9][a-zA-Z0-9_.-]\" are allowed",
        EngineErrorKind.MountSource
    )]
    [InlineData("something else", EngineErrorKind.Other)]
    [InlineData("docker-credential-desktop gave no answer within 30 s", EngineErrorKind.Other)]
    [InlineData("'x' is not a version of Python that jobs are built with", EngineErrorKind.Other)]
    public void A_message_is_known_by_its_words(string message, EngineErrorKind kind)
    {
        Assert.Equal(kind, new DockerEngineException("asking", message).Kind);
    }

    // The status of an answer about an image, its text, and what it is. The second row is engine 29.7.2, the fourth and fifth 28.5 with the
    // containerd image store.
    [Theory]
    [InlineData(404, "manifest for 127.0.0.1:5899/t/x:nope not found: manifest unknown: manifest unknown", EngineErrorKind.ImageNotFound)]
    [InlineData(
        404,
        "failed to resolve reference \"127.0.0.1:5899/t/x:nope\": 127.0.0.1:5899/t/x:nope: not found",
        EngineErrorKind.ImageNotFound
    )]
    [InlineData(
        404,
        "pull access denied for team/job, repository does not exist or may require 'docker login'",
        EngineErrorKind.ImageDenied
    )]
    [InlineData(
        500,
        "unknown: failed to resolve reference \"r/t/x:1\": unexpected status from HEAD request to http://r/v2/t/x/manifests/1: 401 Unauthorized",
        EngineErrorKind.ImageDenied
    )]
    [InlineData(
        500,
        "failed to resolve reference \"r/t/x:1\": pull access denied, repository does not exist or may require authorization",
        EngineErrorKind.ImageDenied
    )]
    [InlineData(
        500,
        "failed to resolve reference \"r/t/x:1\": failed to do request: Head \"https://r/v2/\": dial tcp: lookup r: no such host",
        EngineErrorKind.RegistryUnreachable
    )]
    [InlineData(404, "words that nobody has seen yet", EngineErrorKind.ImageNotFound)]
    [InlineData(401, "words that nobody has seen yet", EngineErrorKind.ImageDenied)]
    [InlineData(403, "manifest unknown", EngineErrorKind.ImageDenied)]
    [InlineData(500, "words that nobody has seen yet", EngineErrorKind.Other)]
    public void An_answer_about_an_image_is_known_by_its_status_first(int status, string message, EngineErrorKind kind)
    {
        Assert.Equal(kind, ErrorCatalog.FindForImage((System.Net.HttpStatusCode)status, message)?.Kind ?? EngineErrorKind.Other);
    }

    [Fact]
    public async Task No_engine_is_known()
    {
        var error = await Assert.ThrowsAsync<DockerEngineUnavailableException>(() =>
            DockerEngine.ConnectAsync(new DockerEngineOptions { Host = "unix:///no/such.sock" }, TestContext.Current.CancellationToken)
        );

        Assert.Equal(EngineErrorKind.NoEngine, error.Kind);
    }

    [Fact]
    public void Every_kind_has_a_row_with_advice()
    {
        Assert.Equal(
            Enum.GetValues<EngineErrorKind>().Except([EngineErrorKind.Other]).Order(),
            ErrorCatalog.Rows.Select(row => row.Kind).Distinct().Order()
        );
        Assert.All(ErrorCatalog.Rows, row => Assert.False(row.Advice.EndsWith('.')));
    }

    [Fact]
    public void The_documentation_has_the_advice_of_each_row()
    {
        var page = File.ReadAllText(Repository.Combine("docs", "errors.md"));

        Assert.All(
            ErrorCatalog.Rows,
            row =>
                Assert.Contains(
                    $"| {row.Kind} | {string.Join(", ", row.Words.Select(words => $"`{words}`"))} | {row.Advice} |",
                    page,
                    StringComparison.Ordinal
                )
        );
    }
}
