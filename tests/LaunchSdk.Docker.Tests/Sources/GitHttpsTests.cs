using LaunchSdk.Docker.Sources;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Sources;

/// <summary>Git over https, served by git's own program (git http-backend) behind a TLS bridge of the tests.</summary>
public sealed class GitHttpsTests(GitHttpsServer server) : IClassFixture<GitHttpsServer>
{
    private const string Skip = GitHttpsServer.SkipReason;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Skip = Skip, SkipType = typeof(GitHttpsServer), SkipUnless = nameof(GitHttpsServer.CanRun))]
    public async Task A_public_repository_comes_at_a_branch_a_tag_and_a_commit()
    {
        await server.CreateAsync("public", ("a", "1"));
        var first = await server.CommitAsync("public", ("a", "2"));
        await server.GitAsync("public", "tag", "v1");
        var second = await server.CommitAsync("public", ("a", "3"));

        foreach (var (version, expected) in new[] { ("main", second), ("v1", first), (first, first), (first[..9], first) })
        {
            await using var checkout = await FetchAsync($"{server.Address("public")}#{version}", null);
            Assert.Equal(expected, checkout.Commit);
        }
    }

    [Fact(Skip = Skip, SkipType = typeof(GitHttpsServer), SkipUnless = nameof(GitHttpsServer.CanRun))]
    public async Task A_certificate_that_is_not_trusted_is_refused_with_what_to_do()
    {
        await server.CreateAsync("untrusted", ("a", "1"));

        var error = await Assert.ThrowsAsync<BuildInputException>(async () =>
            await GitCheckout.FetchAsync(
                GitSource.Parse(server.Address("untrusted")),
                await server.OptionsAsync(null, trusts: false),
                Token
            )
        );

        Assert.Contains("GIT_SSL_CAINFO", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(server.Temporary));
    }

    [Theory(Skip = Skip, SkipType = typeof(GitHttpsServer), SkipUnless = nameof(GitHttpsServer.CanRun))]
    [InlineData(null, "Log in with a credential helper")]
    [InlineData("wr0ng-password", "Store valid credentials")]
    public async Task Without_the_password_the_way_in_is_told_and_nothing_is_left(string? password, string advice)
    {
        await CreateOnceAsync("private/closed");

        var error = await Assert.ThrowsAsync<BuildInputException>(() => FetchAsync(server.Address("private/closed"), password));

        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(password ?? GitHttpsServer.Password, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(server.Temporary));
    }

    [Fact(Skip = Skip, SkipType = typeof(GitHttpsServer), SkipUnless = nameof(GitHttpsServer.CanRun))]
    public async Task The_password_of_gits_helper_opens_a_repository_and_its_submodules_and_is_in_no_command_line()
    {
        await server.CreateAsync("private/lib", ("lib.py", "x = 1"));
        await server.CreateAsync("private/with-lib", ("train.py", "import lib"));
        await server.GitAsync(
            "private/with-lib",
            "-c",
            "protocol.file.allow=always",
            "submodule",
            "--quiet",
            "add",
            server.Work("private/lib"),
            "lib"
        );
        await server.GitAsync("private/with-lib", "config", "--file", ".gitmodules", "submodule.lib.url", "../lib");
        await server.CommitAsync("private/with-lib");
        await server.CommitAsync("private/lib", ("lib.py", "x = 2"));

        await using var checkout = await FetchAsync(server.Address("private/with-lib"), GitHttpsServer.Password);

        Assert.Equal("x = 1", await File.ReadAllTextAsync(Path.Combine(checkout.Directory, "lib", "lib.py"), Token));
        Assert.Contains(server.CommandLines, static line => line.Contains("git-remote-https", StringComparison.Ordinal));
        Assert.DoesNotContain(server.CommandLines, static line => line.Contains(GitHttpsServer.Password, StringComparison.Ordinal));
    }

    [Fact(Skip = Skip, SkipType = typeof(GitHttpsServer), SkipUnless = nameof(GitHttpsServer.CanRun))]
    public async Task A_submodules_address_with_a_password_is_not_repeated_in_the_error()
    {
        await server.CreateAsync("leaky", ("a", "1"));
        await server.GitAsync("leaky", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", server.Work("leaky"), "sub");
        await server.GitAsync("leaky", "config", "--file", ".gitmodules", "submodule.sub.url", $"https://ada:hunter2@127.0.0.1:1/none");
        await server.CommitAsync("leaky");

        var error = await Assert.ThrowsAsync<BuildInputException>(() => FetchAsync(server.Address("leaky"), null));

        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Theory(Skip = Skip, SkipType = typeof(GitHttpsServer), SkipUnless = nameof(GitHttpsServer.CanRun))]
    [InlineData("latin", ": > \"$(printf 'b\\377d')\"", null)]
    [InlineData("latin-folder", "d=$(printf 'b\\377d'); mkdir \"$d\"; : > \"$d/x\"", "is not UTF-8")]
    public async Task Names_that_are_not_UTF8_are_told_or_left_to_the_context_and_deleted_with_the_rest(
        string name,
        string script,
        string? message
    )
    {
        await server.CreateAsync(name, ("a", "1"));
        await HostProcess.RunAsync("sh", "-c", $"cd '{server.Work(name)}' && {script}");
        await server.CommitAsync(name);

        var error = await Record.ExceptionAsync(async () => await (await FetchAsync(server.Address(name), null)).DisposeAsync());

        Assert.Contains(message ?? "", (error as BuildInputException)?.Message ?? "", StringComparison.Ordinal);
        Assert.Equal(message is null, error is null);
        Assert.Empty(Directory.EnumerateFileSystemEntries(server.Temporary));
    }

    [Fact(Skip = Skip, SkipType = typeof(GitHttpsServer), SkipUnless = nameof(GitHttpsServer.CanRun))]
    public async Task A_redirect_within_the_server_is_followed_with_the_password()
    {
        await CreateOnceAsync("private/closed");

        await using var checkout = await FetchAsync(server.Address("moved/closed"), GitHttpsServer.Password);

        Assert.True(File.Exists(Path.Combine(checkout.Directory, "a")));
    }

    [Fact(Skip = Skip, SkipType = typeof(GitHttpsServer), SkipUnless = nameof(GitHttpsServer.CanRun))]
    public async Task A_redirect_to_another_host_does_not_take_the_password_along()
    {
        await CreateOnceAsync("private/closed");

        await Assert.ThrowsAsync<BuildInputException>(() => FetchAsync(server.Address("elsewhere/closed"), GitHttpsServer.Password));

        Assert.Contains(server.Requests, static request => request.Host == "localhost");
        Assert.DoesNotContain(server.Requests, static request => request is { Host: "localhost", HasPassword: true });
    }

    [Fact(Skip = Skip, SkipType = typeof(GitHttpsServer), SkipUnless = nameof(GitHttpsServer.CanRun))]
    public async Task A_redirect_to_http_is_refused()
    {
        await CreateOnceAsync("downgrade-target");

        var error = await Assert.ThrowsAsync<BuildInputException>(() => FetchAsync(server.Address("downgraded/downgrade-target"), null));

        Assert.Contains("http", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(server.Temporary));
    }

    private async Task CreateOnceAsync(string name)
    {
        if (!Directory.Exists(server.Work(name)))
        {
            await server.CreateAsync(name, ("a", "1"));
        }
    }

    private async Task<GitCheckout> FetchAsync(string address, string? password) =>
        await GitCheckout.FetchAsync(GitSource.Parse(address), await server.OptionsAsync(password), Token);
}
