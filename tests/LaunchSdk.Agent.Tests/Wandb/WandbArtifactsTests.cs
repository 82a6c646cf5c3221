using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Wandb.Emulator;
using LaunchSdk.Agent.Wandb.Artifacts;

namespace LaunchSdk.Agent.Tests.Wandb;

public sealed class WandbArtifactsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        """{"source_type":"repo","source":{"git":{"remote":"https://git.test/r","commit":"abc"},"entrypoint":["python","t.py"],"notebook":false},"runtime":"3.12"}""",
        WandbJobSource.Repo
    )]
    [InlineData(
        """{"source_type":"artifact","source":{"artifact":"wandb-artifact://_id/x","entrypoint":["python","t.py"]},"runtime":"3.12"}""",
        WandbJobSource.Artifact
    )]
    [InlineData(
        """{"source_type":"image","source":{"image":"busybox:1","entrypoint":["python","t.py"]},"runtime":"3.12"}""",
        WandbJobSource.Image
    )]
    public async Task A_job_is_downloaded_and_read(string json, WandbJobSource source)
    {
        await using var wandb = await WandbFixture.StartAsync();
        Add(
            wandb,
            "train:latest",
            ("wandb-job.json", json),
            ("requirements.frozen.txt", "numpy==2\n"),
            ("diff.patch", "--- a\n"),
            ("a/b/c.txt", "c")
        );
        using var artifacts = new WandbArtifacts(wandb.Options);
        var folder = Folder();

        var job = await artifacts.DownloadJobAsync("train", "p", folder, Token);

        Assert.Equal(("team/p/train:latest", source, "3.12"), (job.Name, job.Source, job.Runtime));
        Assert.Equal(["python", "t.py"], job.EntryPoint);
        Assert.Equal("numpy==2\n", await File.ReadAllTextAsync(job.RequirementsFile!, Token));
        Assert.NotNull(job.PatchFile);
        Assert.Equal("c", await File.ReadAllTextAsync(Path.Combine(folder, "a", "b", "c.txt"), Token));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("a/../../evil")]
    [InlineData("/etc/evil")]
    [InlineData("C:/evil")]
    [InlineData("a\\..\\..\\evil")]
    [InlineData("a//b")]
    [InlineData("./a")]
    [InlineData("")]
    [InlineData("a\u0000b")]
    [InlineData(".. /evil")]
    [InlineData("a./b")]
    public async Task A_path_that_leads_elsewhere_is_refused_before_anything_is_written(string path)
    {
        await using var wandb = await WandbFixture.StartAsync();
        Add(wandb, "code:latest", ("fine.txt", "x"), (path, "evil"));
        using var artifacts = new WandbArtifacts(wandb.Options);
        var folder = Folder();

        await Assert.ThrowsAsync<ArtifactException>(() => artifacts.DownloadAsync("code", "p", folder, Token));

        Assert.False(Directory.Exists(folder));
        Assert.Equal(0, wandb.Server.Count("file"));
    }

    [Theory]
    [InlineData("a", "A")]
    [InlineData("a", "a/b")]
    public async Task Paths_that_collide_are_refused(string one, string other)
    {
        await using var wandb = await WandbFixture.StartAsync();
        Add(wandb, "code:latest", (one, "x"), (other, "y"));
        using var artifacts = new WandbArtifacts(wandb.Options);

        await Assert.ThrowsAsync<ArtifactException>(() => artifacts.DownloadAsync("code", "p", Folder(), Token));
    }

    [Fact]
    public async Task A_broken_download_is_made_again()
    {
        await using var wandb = await WandbFixture.StartAsync();
        Add(wandb, "code:latest", ("a.txt", "whole"));
        wandb.Server.Fail("file", new Fault.Body("who"), new Fault.Body("wholesome"), new Fault.Reset());
        using var artifacts = new WandbArtifacts(wandb.Options);
        var folder = Folder();

        await artifacts.DownloadAsync("code", "p", folder, Token);

        Assert.Equal(["a.txt"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_whose_digest_never_fits_leaves_nothing()
    {
        await using var wandb = await WandbFixture.StartAsync();
        Add(wandb, "code:latest", ("a.txt", "whole"), ("b.txt", "b"));
        wandb.State.Artifacts["code:latest"].Files["a.txt"] = "whale"u8.ToArray();
        using var artifacts = new WandbArtifacts(wandb.Options);
        var folder = Folder();

        await Assert.ThrowsAsync<RunQueueUnavailableException>(() => artifacts.DownloadAsync("code", "p", folder, Token));

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Limits_and_references_are_refused()
    {
        await using var wandb = await WandbFixture.StartAsync();
        Add(wandb, "code:latest", ("a.txt", "12345"), ("b.txt", "12345"));
        using var few = new WandbArtifacts(wandb.Options, new ArtifactLimits { Files = 1 });
        using var small = new WandbArtifacts(wandb.Options, new ArtifactLimits { Bytes = 9 });
        using var usual = new WandbArtifacts(wandb.Options);

        await Assert.ThrowsAsync<ArtifactException>(() => few.DownloadAsync("code", "p", Folder(), Token));
        await Assert.ThrowsAsync<ArtifactException>(() => small.DownloadAsync("code", "p", Folder(), Token));
        wandb.State.Artifacts["code:latest"].Manifest = """{"version":1,"contents":{"a":{"digest":"x","size":1,"ref":"s3://b/k"}}}""";
        await Assert.ThrowsAsync<ArtifactException>(() => usual.DownloadAsync("code", "p", Folder(), Token));
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => usual.DownloadAsync("none", "p", Folder(), Token));
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_not_touched()
    {
        await using var wandb = await WandbFixture.StartAsync();
        Add(wandb, "code:latest", ("a.txt", "x"));
        var folder = Directory.CreateTempSubdirectory("launchsdk").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "mine"), "mine", Token);
        using var artifacts = new WandbArtifacts(wandb.Options);

        await Assert.ThrowsAsync<ArtifactException>(() => artifacts.DownloadAsync("code", "p", folder, Token));

        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(folder, "mine"), Token));
    }

    [Fact]
    public async Task The_key_goes_to_the_server_and_to_no_other()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await using var storage = await WandbEmulator.StartAsync();
        Add(wandb, "code:latest", ("a.txt", "x"));
        using var redirect = new OtherHostHandler(storage.Address);
        using var artifacts = new WandbArtifacts(wandb.Options with { Handler = redirect, Retries = 0 });

        await Assert.ThrowsAnyAsync<Exception>(() => artifacts.DownloadAsync("code", "p", Folder(), Token));

        Assert.Null(Assert.Single(storage.Requests).Authorization);
    }

    private static string Folder() => Path.Combine(Directory.CreateTempSubdirectory("launchsdk").FullName, "artifact");

    private static string Digest(byte[] bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        hash.AppendData(bytes);
        return Convert.ToBase64String(hash.GetHashAndReset());
    }

    internal static void Add(WandbFixture wandb, string name, params (string Path, string Text)[] files)
    {
        var contents = new JsonObject();
        var artifact = new EmulatedArtifact { Id = $"artifact/{wandb.State.Artifacts.Count + 1}", Manifest = string.Empty };
        foreach (var (path, text) in files)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            artifact.Files[path] = bytes;
            contents[path] = new JsonObject { ["digest"] = Digest(bytes), ["size"] = bytes.Length };
        }

        artifact.Manifest = new JsonObject { ["version"] = 1, ["contents"] = contents }.ToJsonString();
        wandb.State.Artifacts[name] = artifact;
    }

    /// <summary>Answers the artifact's query with an address on another host, as W&amp;B does for files in a bucket.</summary>
    private sealed class OtherHostHandler(Uri other) : HttpMessageHandler
    {
        private const string Answer =
            """{"data":{"project":{"artifactCollectionMembership":{"artifact":{"id":"a","currentManifest":{"file":{"directUrl":"OTHERfiles/a/manifest"}}}}}}}""";

        private readonly HttpMessageInvoker _inner = new(new SocketsHttpHandler());

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.Method == HttpMethod.Get
                ? await _inner.SendAsync(request, cancellationToken)
                : new HttpResponseMessage
                {
                    Content = new StringContent(Answer.Replace("OTHER", other.AbsoluteUri, StringComparison.Ordinal)),
                };
    }
}
