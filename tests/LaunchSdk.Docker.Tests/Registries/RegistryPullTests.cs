using LaunchSdk.Docker.Errors;
using LaunchSdk.Docker.Images;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Registries;

/// <summary>Pulls from a real registry that wants a password, with credentials from each place that docker keeps them.</summary>
[Trait("Engine", "real")]
public sealed class RegistryPullTests : IAsyncLifetime
{
    private const string NoRegistry = TestRegistry.SkipReason;

    private TestRegistry _registry = null!;
    private DockerEngine _docker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!TestRegistry.CanRun)
        {
            return;
        }

        var engine = await TestEngine.RequireAsync();
        _registry = await TestRegistry.StartAsync();
        _docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host, Environment = _registry.Environ }, Token);
        await _registry.PushAsync(_docker, Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_registry is not null)
        {
            await _registry.RemoveImageAsync(_docker);
            await _docker.DisposeAsync();
            await _registry.DisposeAsync();
        }
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task The_password_of_the_config_file_pulls_and_layers_report_their_bytes()
    {
        await _registry.ConfigurePasswordAsync(TestRegistry.Password);
        var messages = new Messages();

        await new ImagePuller(_docker).PullAsync(_registry.Image, progress: messages, cancellationToken: Token);

        Assert.Contains(messages, message => message.Status.StartsWith("Status: ", StringComparison.Ordinal));
        Assert.True(await IsThereAsync());
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task A_wrong_password_is_denied_and_not_repeated()
    {
        await _registry.ConfigurePasswordAsync("wrong-pass-1234");

        var error = await Assert.ThrowsAsync<ImagePullException>(() =>
            new ImagePuller(_docker).PullAsync(_registry.Image, cancellationToken: Token)
        );

        Assert.Equal(EngineErrorKind.ImageDenied, error.Kind);
        Assert.Contains("docker login", error.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-pass-1234", error.ToString(), StringComparison.Ordinal);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task No_password_is_denied_too()
    {
        var error = await Assert.ThrowsAsync<ImagePullException>(() =>
            new ImagePuller(_docker).PullAsync(_registry.Image, cancellationToken: Token)
        );

        Assert.Equal(EngineErrorKind.ImageDenied, error.Kind);
    }

    [Fact(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    public async Task A_tag_that_is_not_there_is_not_found()
    {
        await _registry.ConfigurePasswordAsync(TestRegistry.Password);

        var error = await Assert.ThrowsAsync<ImagePullException>(() =>
            new ImagePuller(_docker).PullAsync($"{_registry.Name}/private/job:2", cancellationToken: Token)
        );

        Assert.Equal(EngineErrorKind.ImageNotFound, error.Kind);
    }

    [Theory(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    [InlineData("credsStore")]
    [InlineData("credHelpers")]
    public async Task A_credential_helper_gives_the_password(string kind)
    {
        await _registry.ConfigureAsync(
            kind == "credsStore"
                ? """{"credsStore":"test"}"""
                : $$$"""{"credsStore":"other","credHelpers":{"{{{_registry.Name}}}":"test"}}"""
        );
        await _registry.AddHelperAsync(
            "test",
            $$"""
            [ "$*" = get ] || exit 9
            read -r server
            [ "$server" = "{{_registry.Name}}" ] || { echo 'credentials not found in native keychain'; exit 1; }
            echo '{"ServerURL":"{{_registry.Name}}","Username":"{{TestRegistry.User}}","Secret":"{{TestRegistry.Password}}"}'
            """
        );

        await new ImagePuller(_docker).PullAsync(_registry.Image, cancellationToken: Token);

        Assert.True(await IsThereAsync());
    }

    [Theory(Skip = NoRegistry, SkipType = typeof(TestRegistry), SkipUnless = nameof(TestRegistry.CanRun))]
    [InlineData("echo s3cret-of-the-registry; exit 3", "docker-credential-test ended with code 3")]
    [InlineData(
        "echo '{\"Secret\":\"s3cret-of-the-registry\"'",
        "the answer of docker-credential-test is not the JSON of docker's protocol"
    )]
    [InlineData(null, "docker's config.json names the credential helper docker-credential-test, which is not on the PATH")]
    public async Task A_helper_that_fails_is_named_and_its_output_is_not(string? script, string reason)
    {
        await _registry.ConfigureAsync("""{"credsStore":"test"}""");
        if (script is not null)
        {
            await _registry.AddHelperAsync("test", script);
        }

        var error = await Assert.ThrowsAsync<DockerEngineException>(() =>
            new ImagePuller(_docker).PullAsync(_registry.Image, cancellationToken: Token)
        );

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestRegistry.Password, error.ToString(), StringComparison.Ordinal);
    }

    private async Task<bool> IsThereAsync() =>
        await (await TestEngine.RequireAsync()).GetAsync($"images/{_registry.Image}/json", Token) is not null;

    private sealed class Messages : List<ImagePullProgress>, IProgress<ImagePullProgress>
    {
        public void Report(ImagePullProgress value) => Add(value);
    }
}
