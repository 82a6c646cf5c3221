using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Docker.Tests.Registries;
using LaunchSdk.Testing;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>
/// Images of several platforms: built by buildx, kept whole by the containerd image store only, pushed to a real registry.
/// </summary>
[Trait("Engine", "real")]
public sealed class SeveralPlatformsTests : IAsyncLifetime
{
    private const string NoRegistry = TestRegistry.SkipReason;

    private TestRegistry _registry = null!;
    private JobImageBench _bench = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private JobImageRequest Request =>
        _bench.Request() with
        {
            Flavor = null,
            Platforms = [ContainerPlatform.LinuxAmd64, ContainerPlatform.LinuxArm64],
            Destination = RegistryDestination.Parse($"{_registry.Name}/team/several"),
            Credentials = [RegistryCredentials.FromPassword(_registry.Name, TestRegistry.User, TestRegistry.Password)],
        };

    public async ValueTask InitializeAsync()
    {
        if (TestRegistry.CanRun)
        {
            _registry = await TestRegistry.StartAsync();
            _bench = (await JobImageBench.CreateAsync()).With("Dockerfile.wandb", $"FROM scratch\nCOPY . /\n# {Guid.NewGuid():n}\n");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_registry is not null)
        {
            await _bench.DisposeAsync();
            await _registry.DisposeAsync();
        }
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task They_are_built_and_pushed_whole_where_the_engine_keeps_them_and_refused_with_the_way_out_elsewhere()
    {
        var engine = await TestEngine.RequireAsync();
        if (!await HasBuildxAsync() || !await engine.HasContainerdStoreAsync(Token))
        {
            var error = await _bench.FailAsync(Request with { Push = true });
            var (words, advice) = await HasBuildxAsync()
                ? ("Multi-platform build is not supported", "containerd image store")
                : ("which only docker's buildx builds", "Install docker's buildx plugin");
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
            Assert.Contains(advice, error.Advice, StringComparison.Ordinal);
            return;
        }

        var image = await _bench.BuildAsync(Request with { Push = true });

        Assert.Equal((true, true, image.Id), (image.WasBuilt, image.WasPushed, image.Digest));
        Assert.Equal(image.Digest, await InRegistryAsync(image.Reference.Text));
        Assert.Equal(["amd64", "arm64"], await _registry.ArchitecturesAsync(image.Reference.Text, Token));
        var again = await _bench.BuildAsync(Request with { Push = true });
        Assert.Equal((false, false, image.Digest), (again.WasBuilt, again.WasPushed, again.Digest));
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task Without_a_push_an_engine_that_keeps_one_platform_refuses_before_anything_is_built()
    {
        var engine = await TestEngine.RequireAsync();
        if (await engine.HasContainerdStoreAsync(Token))
        {
            var image = await _bench.BuildAsync(
                Request with
                {
                    Destination = null,
                    Tags = [ImageReference.Parse("launchsdk-test/several:1")],
                }
            );
            await _bench.RemoveAsync("launchsdk-test/several:1");
            Assert.NotNull(image.Id);
            return;
        }

        var error = await _bench.FailAsync(Request);

        Assert.Contains("this engine's image store keeps one of them only", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_bench.Messages, static message => message.Phase == ImageBuildPhase.Step);
    }

    /// <summary>
    /// What DirectPush asks for where the engine keeps one platform: here with a builder that can keep both, so that the push succeeds.
    /// </summary>
    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task Buildx_pushes_with_the_credentials_of_the_config_file_and_states_what_the_registry_has()
    {
        await _registry.ConfigurePasswordAsync(TestRegistry.Password);
        await using var bench = await BuilderBench.CreateAsync(_registry.Environ);
        if (await BuildKitCommand.FindAsync(_registry.Environ, Token) is not { HasBuildx: true } command)
        {
            Assert.False(await HasBuildxAsync());
            return;
        }

        var name = $"{_registry.Name}/team/direct:1";
        var order = bench.Order("FROM scratch\nCOPY greeting /greeting\n", ("greeting", "hi")) with { Tags = [name], Pushes = true };

        var digest = await new BuildKitBuilder(bench.Engine, command).BuildAsync(order, Token);

        Assert.Equal(digest, await InRegistryAsync(name));
        Assert.NotNull(digest);
        await _bench.RemoveAsync(name);
    }

    [Theory]
    [InlineData("sha256:1")]
    [InlineData(null)]
    public async Task A_push_of_buildx_that_the_registry_does_not_confirm_is_an_error(string? digest)
    {
        await using var engine = new RecordingEngine();
        await using var docker = new LaunchDocker(new DockerEngineOptions { Host = engine.Host });
        var connected = await docker.GetEngineAsync(Token);
        var request = new JobImageRequest { Source = BuildSource.Parse("./job") };
        var images = new ImageStore(connected, new CredentialStore([], static _ => null));
        var dockerfile = Dockerfile.Parse("FROM scratch\n");
        var tag = ImageTag.Compute("sha256:a", dockerfile);
        var candidate = new ImageCandidate(
            BuilderFlavor.BuildKit,
            dockerfile,
            tag,
            ImageReference.Parse("registry.example.com/team/job:1")
        );

        var error = await Assert.ThrowsAsync<ImageBuildException>(() =>
            new DirectPush(request, images).CheckAsync(candidate, digest, Token)
        );

        Assert.Contains("the registry has", error.Message, StringComparison.Ordinal);
    }

    private static async Task<bool> HasBuildxAsync() =>
        await BuildKitCommand.FindAsync(Environment.GetEnvironmentVariable, Token) is { HasBuildx: true };

    private Task<string?> InRegistryAsync(string image) =>
        new ImageStore(_bench.Engine, new CredentialStore(Request.Credentials, Environment.GetEnvironmentVariable)).FindInRegistryAsync(
            image,
            Token
        );
}
