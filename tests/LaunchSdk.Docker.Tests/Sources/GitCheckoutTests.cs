using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Tests.Sources;

/// <summary>Real repositories behind a real sshd.</summary>
public sealed class GitCheckoutTests(GitServer server) : IClassFixture<GitServer>
{
    private const string Skip = GitServer.SkipReason;

    [Fact(Skip = Skip, SkipType = typeof(GitServer), SkipUnless = nameof(GitServer.CanRun))]
    public async Task The_servers_own_branch_is_fetched_without_gits_files_and_deleted_afterwards()
    {
        await server.CreateAsync("plain", ("train.py", "print(1)"));
        var commit = await server.CommitAsync("plain", ("train.py", "print(2)"));

        string directory;
        await using (var checkout = await FetchAsync("plain"))
        {
            directory = checkout.Directory;
            Assert.Equal(commit, checkout.Commit);
            Assert.Equal(["train.py"], Directory.EnumerateFileSystemEntries(directory).Select(Path.GetFileName));
            Assert.Equal(
                "print(2)",
                await File.ReadAllTextAsync(Path.Combine(directory, "train.py"), TestContext.Current.CancellationToken)
            );
        }

        Assert.False(Directory.Exists(directory));
    }

    [Fact(Skip = Skip, SkipType = typeof(GitServer), SkipUnless = nameof(GitServer.CanRun))]
    public async Task Branches_tags_commits_and_their_beginnings_are_versions()
    {
        await server.CreateAsync("versions", ("a", "1"));
        var second = await server.CommitAsync("versions", ("a", "2"));
        await server.GitAsync("versions", "branch", "feature/x");
        await server.GitAsync("versions", "-c", "user.name=Ada", "-c", "user.email=a@b", "tag", "-a", "-m", "v", "v1");
        var third = await server.CommitAsync("versions", ("a", "3"));

        foreach (
            var (version, expected) in new[]
            {
                ("feature/x", second),
                ("v1", second),
                ("refs/tags/v1", second),
                (second, second),
                (second[..9], second),
                ("main", third),
            }
        )
        {
            await using var checkout = await FetchAsync("versions", version);
            Assert.Equal(expected, checkout.Commit);
        }
    }

    [Fact(Skip = Skip, SkipType = typeof(GitServer), SkipUnless = nameof(GitServer.CanRun))]
    public async Task Submodules_come_too_and_a_folder_is_the_job()
    {
        await server.CreateAsync("lib", ("lib.py", "x = 1"));
        await server.CreateAsync("with-lib", ("jobs/train/train.py", "import lib"));
        await server.GitAsync(
            "with-lib",
            "-c",
            "protocol.file.allow=always",
            "submodule",
            "--quiet",
            "add",
            server.Work("lib"),
            "jobs/train/lib"
        );
        await server.GitAsync("with-lib", "config", "--file", ".gitmodules", "submodule.jobs/train/lib.url", "../lib");
        await server.CommitAsync("with-lib");

        await using var checkout = await FetchAsync("with-lib", ":jobs/train");

        Assert.Equal(
            ["lib/lib.py", "train.py"],
            Directory
                .EnumerateFiles(checkout.Directory, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(checkout.Directory, path))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact(Skip = Skip, SkipType = typeof(GitServer), SkipUnless = nameof(GitServer.CanRun))]
    public async Task A_submodule_of_this_machine_is_refused()
    {
        await server.CreateAsync("secret", ("key", "hidden"));
        await server.CreateAsync("evil", ("a", "1"));
        await server.GitAsync("evil", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", server.Work("secret"), "stolen");
        await server.CommitAsync("evil");

        var error = await Assert.ThrowsAsync<BuildInputException>(() => FetchAsync("evil"));

        Assert.Contains("https and ssh only", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(server.Temporary));
    }

    [Fact(Skip = Skip, SkipType = typeof(GitServer), SkipUnless = nameof(GitServer.CanRun))]
    public async Task A_link_out_of_the_repository_is_no_folder_of_it()
    {
        await server.CreateAsync("links", ("a", "1"));
        File.CreateSymbolicLink(Path.Combine(server.Work("links"), "out"), "/etc");
        await server.CommitAsync("links");

        var error = await Assert.ThrowsAsync<BuildInputException>(() => FetchAsync("links", ":out"));

        Assert.Contains("leads out of the repository", error.Message, StringComparison.Ordinal);
    }

    [Theory(Skip = Skip, SkipType = typeof(GitServer), SkipUnless = nameof(GitServer.CanRun))]
    [InlineData("none", "", "Look at the address")]
    [InlineData("some", "no-such-branch", "has no branch or tag 'no-such-branch'")]
    [InlineData("some", "dead00beef", "has no branch, tag or commit 'dead00beef'")]
    [InlineData("some", ":no/such/folder", "has no folder 'no/such/folder'")]
    public async Task What_is_not_there_is_told_and_nothing_is_left(string repository, string version, string message)
    {
        if (!Directory.Exists(server.Work("some")))
        {
            await server.CreateAsync("some", ("a", "1"));
        }

        var error = await Assert.ThrowsAsync<BuildInputException>(() => FetchAsync(repository, version));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(server.Temporary));
    }

    [Fact(Skip = Skip, SkipType = typeof(GitServer), SkipUnless = nameof(GitServer.CanRun))]
    public async Task A_cancelled_fetch_leaves_nothing()
    {
        await server.CreateAsync("cancelled", ("a", "1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            GitCheckout.FetchAsync(GitSource.Parse(server.Address("cancelled")), server.Options(), new CancellationToken(canceled: true))
        );

        Assert.Empty(Directory.EnumerateFileSystemEntries(server.Temporary));
    }

    [Fact]
    public async Task Without_git_the_way_out_is_told()
    {
        var error = await Assert.ThrowsAsync<BuildInputException>(() =>
            GitCheckout.FetchAsync(
                GitSource.Parse("https://host/repo.git"),
                new GitCheckoutOptions { Environment = static _ => null },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Contains("install git", error.Message, StringComparison.Ordinal);
    }

    private Task<GitCheckout> FetchAsync(string name, string version = "") =>
        GitCheckout.FetchAsync(
            GitSource.Parse(server.Address(name) + (version.Length == 0 ? "" : "#" + version)),
            server.Options(),
            TestContext.Current.CancellationToken
        );
}
