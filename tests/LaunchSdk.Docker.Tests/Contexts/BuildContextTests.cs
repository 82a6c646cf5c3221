using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Tests.Contexts;

public sealed class BuildContextTests
{
    [Fact]
    public async Task The_same_files_give_the_same_bytes_and_digest_elsewhere_and_later()
    {
        using var first = new SourceTree(("a.py", "1"), ("lib/b.py", "2"));
        using var second = new SourceTree(("lib/b.py", "2"), ("a.py", "1"));
        first.Link("lib/link", "../a.py");
        second.Link("lib/link", "../a.py");
        File.SetLastWriteTimeUtc(second.Combine("a.py"), DateTime.UnixEpoch);

        Assert.Equal(await SendAsync(first), await SendAsync(second));
        Assert.Equal(await DigestAsync(first), await DigestAsync(second));
        Assert.StartsWith("sha256:", await DigestAsync(first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_thing_that_a_copy_sees_changes_the_digest()
    {
        var digests = new HashSet<string>();
        Action<SourceTree>[] changes =
        [
            static _ => { },
            static tree => tree.Write("a.py", "2"),
            static tree => tree.Write("b.py", ""),
            static tree => Directory.CreateDirectory(tree.Combine("empty")),
            static tree => SourceTree.SetMode(tree.Combine("a.py"), (UnixFileMode)0b111_101_101),
            static tree => tree.Link("link", "a.py"),
            static tree => tree.Link("link", "b.py"),
            static tree => File.Move(tree.Combine("a.py"), tree.Combine("c.py")),
        ];
        foreach (var change in changes)
        {
            using var tree = new SourceTree(("a.py", "1"));
            change(tree);
            digests.Add(await DigestAsync(tree));
        }

        Assert.Equal(changes.Length, digests.Count);
    }

    [Fact]
    public async Task The_digest_is_the_same_whether_files_are_hashed_first_or_on_their_way()
    {
        using var tree = new SourceTree(("a.py", "1"), ("lib/b.py", new string('x', 1_500_000)));
        var context = await OpenAsync(tree);

        await context.WriteToAsync(Stream.Null, TestContext.Current.CancellationToken);

        Assert.Equal(await DigestAsync(tree), await context.GetDigestAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Long_names_deep_folders_and_other_letters_come_through()
    {
        var deep = string.Join('/', Enumerable.Repeat("folder", 30)) + "/" + new string('n', 150);
        using var tree = new SourceTree((deep, "deep"), (new string('l', 120) + "/é.py", "letters"), ("日本.txt", "more"));
        tree.Link("link", "../" + deep);

        var names = TarListing.Read(await SendAsync(tree));

        Assert.Contains(names, line => line.Contains(deep, StringComparison.Ordinal) && line.StartsWith("file", StringComparison.Ordinal));
        Assert.Contains(names, static line => line.Contains("/é.py", StringComparison.Ordinal));
        Assert.Contains(names, line => line.Contains($"link ../{deep}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_generated_dockerfile_is_added_and_hidden()
    {
        using var tree = new SourceTree(("a.py", "1"), (".dockerignore", "*.log"));
        var context = await BuildContext.OpenAsync(
            tree.Root,
            new BuildContextOptions { Dockerfile = Dockerfile.Parse("FROM scratch\n", DockerfileOrigin.Generated) },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(BuildContext.GeneratedDockerfileName, context.DockerfileName);
        Assert.True(context.Entries.Single(static entry => entry.Path == BuildContext.GeneratedDockerfileName).IsForBuilderOnly);
        Assert.Equal(1, context.Entries.Count(static entry => entry.IsForBuilderOnly));
    }

    [Fact]
    public async Task The_builders_files_are_sent_although_they_are_ignored()
    {
        using var tree = new SourceTree(("docker/Dockerfile.train", "FROM scratch\n"), (".dockerignore", "*"), ("a.py", "1"));

        var context = await BuildContext.OpenAsync(
            tree.Root,
            new BuildContextOptions { Dockerfile = Dockerfile.Parse("FROM scratch\n", path: "docker/Dockerfile.train") },
            TestContext.Current.CancellationToken
        );

        Assert.Equal([".dockerignore", "docker/Dockerfile.train"], context.Entries.Select(static entry => entry.Path));
        Assert.All(context.Entries, static entry => Assert.True(entry.IsForBuilderOnly));
    }

    [Fact]
    public async Task A_dockerfile_may_have_an_ignore_file_of_its_own()
    {
        using var tree = new SourceTree(
            ("Dockerfile", "FROM scratch\n"),
            ("Dockerfile.dockerignore", "a.py"),
            (".dockerignore", "b.py"),
            ("a.py", "1"),
            ("b.py", "1")
        );

        var context = await OpenAsync(tree);

        Assert.Equal(
            [".dockerignore", "Dockerfile", "Dockerfile.dockerignore", "b.py"],
            context.Entries.Select(static entry => entry.Path)
        );
    }

    [Fact]
    public async Task A_file_that_changes_after_its_digest_was_taken_stops_the_build()
    {
        using var tree = new SourceTree(("a.py", "1"));
        var context = await OpenAsync(tree);
        await context.GetDigestAsync(TestContext.Current.CancellationToken);
        tree.Write("a.py", "2");

        var error = await Assert.ThrowsAsync<BuildInputException>(() =>
            context.WriteToAsync(Stream.Null, TestContext.Current.CancellationToken)
        );

        Assert.Contains("'a.py' changed while the image was built", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_that_is_gone_is_told_at_once()
    {
        using var tree = new SourceTree(("a.py", "1"), ("b.py", "1"), ("c.py", "1"));
        var context = await OpenAsync(tree);
        File.Delete(tree.Combine("a.py"));
        File.Delete(tree.Combine("c.py"));

        var error = await Assert.ThrowsAsync<BuildInputException>(() => context.GetDigestAsync(TestContext.Current.CancellationToken));

        Assert.Equal(2, error.Problems.Count);
    }

    [Fact]
    public async Task Permissions_can_be_those_that_git_knows()
    {
        using var tree = new SourceTree(("a.py", "1"), ("run.sh", "1"));
        SourceTree.SetMode(tree.Combine("a.py"), (UnixFileMode)0b110_110_000);
        SourceTree.SetMode(tree.Combine("run.sh"), (UnixFileMode)0b111_000_000);

        var context = await BuildContext.OpenAsync(
            tree.Root,
            new BuildContextOptions { Modes = ContextModes.AsGit },
            TestContext.Current.CancellationToken
        );

        Assert.Equal([(UnixFileMode)0b110_100_100, (UnixFileMode)0b111_101_101], context.Entries.Select(static entry => entry.Mode));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("!")]
    [InlineData("a\\")]
    public async Task A_wrong_pattern_is_told_with_its_file(string pattern)
    {
        using var tree = new SourceTree((".dockerignore", pattern));

        var error = await Assert.ThrowsAsync<BuildInputException>(() => OpenAsync(tree));

        Assert.StartsWith(".dockerignore: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_destinations_failure_is_not_said_of_a_file()
    {
        using var tree = new SourceTree(("a.py", new string('x', 3_000_000)));
        var context = await OpenAsync(tree);

        await Assert.ThrowsAsync<IOException>(() => context.WriteToAsync(new BrokenStream(), TestContext.Current.CancellationToken));
    }

    private static Task<BuildContext> OpenAsync(SourceTree tree) =>
        BuildContext.OpenAsync(tree.Root, null, TestContext.Current.CancellationToken);

    private static async Task<string> DigestAsync(SourceTree tree) =>
        await (await OpenAsync(tree)).GetDigestAsync(TestContext.Current.CancellationToken);

    private static async Task<byte[]> SendAsync(SourceTree tree)
    {
        using var tar = new MemoryStream();
        await (await OpenAsync(tree)).WriteToAsync(tar, TestContext.Current.CancellationToken);
        return tar.ToArray();
    }
}
