using LaunchSdk.Docker.Errors;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Docker.Tests.Building;
using LaunchSdk.Docker.Tests.Connection;
using LaunchSdk.Docker.Tests.Reliability;
using LaunchSdk.Testing;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Tests.Registries;

/// <summary>Pushes to a real registry that wants a password.</summary>
[Trait("Engine", "real")]
public sealed class RegistryPushTests : IAsyncLifetime
{
    private const string NoRegistry = TestRegistry.SkipReason;

    private TestRegistry _registry = null!;
    private JobImageBench _bench = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Image => $"{_registry.Name}/team/pushed:1";

    public async ValueTask InitializeAsync()
    {
        if (TestRegistry.CanRun)
        {
            _registry = await TestRegistry.StartAsync();
            _bench = await JobImageBench.CreateAsync(environment: _registry.Environ);
            await _bench.Engine.Client.Images.TagImageAsync(
                TestEngine.BusyboxImage,
                new() { RepositoryName = $"{_registry.Name}/team/pushed", Tag = "1" },
                Token
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_registry is not null)
        {
            await _bench.RemoveAsync(Image);
            await _bench.DisposeAsync();
            await _registry.DisposeAsync();
        }
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task The_password_of_the_config_file_pushes_and_the_digest_comes_back()
    {
        await _registry.ConfigurePasswordAsync(TestRegistry.Password);

        var digest = await new ImagePusher(_bench.Engine).PushAsync(Image, cancellationToken: Token);

        Assert.StartsWith("sha256:", digest, StringComparison.Ordinal);
        Assert.Equal(
            digest,
            await new ImageStore(_bench.Engine, new CredentialStore([], _registry.Environ)).FindInRegistryAsync(Image, Token)
        );
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task Given_credentials_win_over_the_files()
    {
        await _registry.ConfigurePasswordAsync("wrong-pass-1234");

        var digest = await new ImagePusher(
            _bench.Engine,
            [RegistryCredentials.FromPassword(_registry.Name, TestRegistry.User, TestRegistry.Password)]
        ).PushAsync(Image, cancellationToken: Token);

        Assert.StartsWith("sha256:", digest, StringComparison.Ordinal);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task A_wrong_password_is_denied_with_the_way_in_and_not_repeated()
    {
        await _registry.ConfigurePasswordAsync("wrong-pass-1234");

        var error = await Assert.ThrowsAsync<ImagePushException>(() =>
            new ImagePusher(_bench.Engine).PushAsync(Image, cancellationToken: Token)
        );

        Assert.Equal((EngineErrorKind.ImageDenied, Image), (error.Kind, error.Image));
        Assert.Contains($"docker login {_registry.Name}", error.Advice, StringComparison.Ordinal);
        Assert.Contains("credentials in docker's config.json were refused", error.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-pass-1234", error.ToString(), StringComparison.Ordinal);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task Without_credentials_the_registrys_words_and_the_way_in_are_told()
    {
        var error = await Assert.ThrowsAsync<ImagePushException>(() =>
            new ImagePusher(_bench.Engine, [RegistryCredentials.Anonymous(_registry.Name)]).PushAsync(Image, cancellationToken: Token)
        );

        Assert.Contains("no basic auth credentials", error.EngineMessage, StringComparison.Ordinal);
        Assert.Equal(EngineErrorKind.ImageDenied, error.Kind);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task A_helper_whose_token_has_expired_is_asked_once_more()
    {
        await _registry.ConfigureAsync("""{"credsStore":"test"}""");
        await AddExpiringHelperAsync(goodFrom: 2);

        await new ImagePusher(_bench.Engine).PushAsync(Image, cancellationToken: Token);

        Assert.Equal("2", await AskedAsync());
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task A_helper_that_gives_nothing_better_is_not_asked_for_ever()
    {
        await _registry.ConfigureAsync("""{"credsStore":"test"}""");
        await AddExpiringHelperAsync(goodFrom: 9);

        var error = await Assert.ThrowsAsync<ImagePushException>(() =>
            new ImagePusher(_bench.Engine).PushAsync(Image, cancellationToken: Token)
        );

        Assert.Equal("2", await AskedAsync());
        Assert.Contains("refused, twice", error.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain("expired-token", error.ToString(), StringComparison.Ordinal);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task A_pull_asks_an_expired_helper_once_more_too()
    {
        await _registry.PushAsync(_bench.Engine, Token);
        await _registry.ConfigureAsync("""{"credsStore":"test"}""");
        await AddExpiringHelperAsync(goodFrom: 2);

        await new ImagePuller(_bench.Engine).PullAsync(_registry.Image, cancellationToken: Token);

        Assert.Equal("2", await AskedAsync());
        await _registry.RemoveImageAsync(_bench.Engine);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task An_image_that_the_engine_lacks_is_not_pushed()
    {
        var error = await Assert.ThrowsAsync<ImagePushException>(() =>
            new ImagePusher(_bench.Engine).PushAsync($"{_registry.Name}/no/such:image", cancellationToken: Token)
        );

        Assert.Equal(EngineErrorKind.ImageNotFound, error.Kind);
        Assert.StartsWith("Build or tag the image first", error.Advice, StringComparison.Ordinal);
        Assert.Throws<ImagePushException>(() =>
        {
            _ = new ImagePusher(_bench.Engine).PushAsync($"busybox@sha256:{new string('a', 64)}", cancellationToken: Token);
        });
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task An_index_of_two_platforms_is_pushed_whole_where_the_engine_keeps_one()
    {
        await _registry.ConfigurePasswordAsync(TestRegistry.Password);
        var index = new IndexArchive($"{_registry.Name}/team/index:1", "amd64", "arm64");

        await PushIndexAsync(index, index.Digest);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task An_index_of_which_the_engine_lacks_a_part_is_pushed_as_the_manifest_that_it_has()
    {
        await _registry.ConfigurePasswordAsync(TestRegistry.Password);
        var index = new IndexArchive($"{_registry.Name}/team/part:1", "amd64", "s390x") { Left = ["s390x"] };

        await PushIndexAsync(index, index.Manifests["amd64"]);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task What_BuildKit_built_is_pushed_and_found_again()
    {
        await _registry.ConfigurePasswordAsync(TestRegistry.Password);
        var request = _bench.Request() with
        {
            Flavor = null,
            Destination = RegistryDestination.Parse($"{_registry.Name}/team/buildkit"),
            Push = true,
        };

        var first = await _bench.BuildAsync(request);
        var again = await _bench.BuildAsync(request);

        Assert.Equal((true, true), (first.WasBuilt, first.WasPushed));
        Assert.Equal((false, false, first.Digest), (again.WasBuilt, again.WasPushed, again.Digest));
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task A_job_is_pushed_once_and_a_second_engine_takes_it_from_the_registry()
    {
        await _registry.ConfigurePasswordAsync(TestRegistry.Password);
        var request = _bench.Request() with { Destination = RegistryDestination.Parse($"{_registry.Name}/team/jobs"), Push = true };

        var first = await _bench.BuildAsync(request);
        var again = await _bench.BuildAsync(request);
        await using var engine = await PrivateEngine.StartAsync(liveRestore: false, Token);
        await using var other = await JobImageBench.CreateAsync(engine.Host, _registry.Environ);
        var elsewhere = await other.Docker.BuildAsync(request, Token);
        await new ImagePuller(other.Engine).PullAsync(elsewhere.Reference.Text, cancellationToken: Token);

        Assert.Equal((true, true), (first.WasBuilt, first.WasPushed));
        Assert.Equal((false, false, first.Digest), (again.WasBuilt, again.WasPushed, again.Digest));
        Assert.Equal(
            (false, false, first.Digest, first.Reference),
            (elsewhere.WasBuilt, elsewhere.WasPushed, elsewhere.Digest, elsewhere.Reference)
        );
        Assert.Null(elsewhere.Id);
        Assert.Equal(first.Id, (await other.Engine.Client.Images.InspectImageAsync(first.Reference.Text, Token)).ID);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task A_private_base_image_is_pulled_with_the_credentials_of_its_registry()
    {
        await _registry.PushAsync(_bench.Engine, Token);
        await _registry.ConfigurePasswordAsync(TestRegistry.Password);
        _bench.With("Dockerfile.wandb", $"FROM {_registry.Image}\nRUN true\n");

        var image = await _bench.BuildAsync(_bench.Request());

        Assert.True(image.WasBuilt);
        await _bench.RemoveAsync(image.Reference.Text);
        await _registry.RemoveImageAsync(_bench.Engine);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task A_private_base_image_without_credentials_fails_at_its_step()
    {
        await _registry.PushAsync(_bench.Engine, Token);
        _bench.With("Dockerfile.wandb", $"FROM {_registry.Image}\nRUN true\n");

        var error = await _bench.FailAsync(_bench.Request());

        Assert.Contains($"FROM {_registry.Image}", error.FailedStep, StringComparison.Ordinal);
        Assert.Equal(EngineErrorKind.ImageDenied, error.Kind);
        Assert.Contains("docker login", error.Advice, StringComparison.Ordinal);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task A_registry_that_goes_down_during_the_push_is_told()
    {
        await _registry.ConfigurePasswordAsync(TestRegistry.Password);
        var pusher = new ImagePusher(_bench.Engine);
        await pusher.PushAsync(Image, cancellationToken: Token);
        if (await (await TestEngine.RequireAsync()).HasContainerdStoreAsync(Token))
        {
            // This store reports layers when the manifest is there already, so there is no message in between.
            await _registry.StopAsync();
        }

        var error = await Assert.ThrowsAsync<ImagePushException>(() => pusher.PushAsync(Image, new Stopper(_registry), Token));

        Assert.Equal(EngineErrorKind.RegistryUnreachable, error.Kind);
        Assert.Contains(_registry.Name, error.EngineMessage, StringComparison.Ordinal);
        Assert.Contains($"Look whether {_registry.Name} runs", error.Advice, StringComparison.Ordinal);
    }

    // The classic image store has no indexes: it does not take the archive, and there is nothing to push.
    private async Task PushIndexAsync(IndexArchive index, string expected)
    {
        var engine = await TestEngine.RequireAsync();
        await engine.LoadImageAsync(index.Write(), Token);
        var push = new ImagePusher(_bench.Engine).PushAsync(index.Name, cancellationToken: Token);
        if (!await engine.HasContainerdStoreAsync(Token))
        {
            Assert.Equal(EngineErrorKind.ImageNotFound, (await Assert.ThrowsAsync<ImagePushException>(() => push)).Kind);
            return;
        }

        Assert.Equal(expected, await push);
        Assert.Equal(
            expected,
            await new ImageStore(_bench.Engine, new CredentialStore([], _registry.Environ)).FindInRegistryAsync(index.Name, Token)
        );
        await _bench.RemoveAsync(index.Name);
    }

    // The first answers hold what the registry no longer takes.
    private Task AddExpiringHelperAsync(int goodFrom) =>
        _registry.AddHelperAsync(
            "test",
            $$"""
            count=$(cat {{_registry.ConfigFolder}}/asked 2>/dev/null || echo 0)
            count=$((count + 1))
            echo $count > {{_registry.ConfigFolder}}/asked
            secret=expired-token
            [ $count -lt {{goodFrom}} ] || secret={{TestRegistry.Password}}
            echo "{\"ServerURL\":\"{{_registry.Name}}\",\"Username\":\"{{TestRegistry.User}}\",\"Secret\":\"$secret\"}"
            """
        );

    private async Task<string> AskedAsync() => (await File.ReadAllTextAsync(Path.Combine(_registry.ConfigFolder, "asked"), Token)).Trim();

    /// <summary>Stops the registry between the layers and the manifest: the engine would try a layer for a minute.</summary>
    private sealed class Stopper(TestRegistry registry) : IProgress<ImagePushProgress>
    {
        private bool _isStopped;

        public void Report(ImagePushProgress value)
        {
            if (!_isStopped && value.Status == "Layer already exists")
            {
                _isStopped = true;
                registry.StopAsync().GetAwaiter().GetResult();
            }
        }
    }
}
