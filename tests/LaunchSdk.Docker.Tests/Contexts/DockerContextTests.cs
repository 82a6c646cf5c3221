using FsCheck;
using FsCheck.Fluent;
using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Docker.Tests.Oracle;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Contexts;

/// <summary>
/// The docker command of this machine sends random directories with random .dockerignore files to a recording engine, and so does
/// LaunchSdk.
/// </summary>
[Trait("Category", "Slow")]
public sealed class DockerContextTests
{
    private const int Runs = 200;

    private static readonly string[] Names =
    [
        "a",
        "b",
        "ab",
        "a.txt",
        "b.log",
        "Dockerfile",
        ".dockerignore",
        ".git",
        "deep",
        "é",
        "x y",
        "a[1]",
        "#c",
        "!d",
    ];

    private static readonly Gen<string> Segment = Gen.Frequency(
        (4, Gen.Elements(Names)),
        (
            3,
            Gen.Elements(
                "*",
                "**",
                "?",
                "a*",
                "*.txt",
                "**b",
                "a**",
                "[ab]",
                "[^a]",
                "*[!b]",
                "\\a",
                "a\\*",
                "x*y",
                ".",
                "..",
                "*.*",
                "a?",
                "{a,b}",
                "(a)",
                "a+",
                "^a",
                "a$",
                "\\[",
                "[a-c]*"
            )
        )
    );

    private static readonly Gen<string> Line =
        from before in Gen.Elements("", "", "", "!", "/", " ", "!/", "! ", "#", "./", "!./")
        from segments in Gen.ListOf(Segment, 3).SelectMany(list => Gen.Choose(1, 3).Select(count => list.Take(count)))
        from after in Gen.Elements("", "", "", "/", "/**", " ", "\r")
        select before + string.Join('/', segments) + after;

    private static readonly Gen<string> IgnoreText =
        from lines in Gen.Choose(0, 6).SelectMany(count => Gen.ListOf(Line, count))
        from mark in Gen.Elements("", "", "\ufeff")
        select mark + string.Join('\n', lines);

    private static readonly Gen<string[]> Paths = Gen.Choose(1, 25)
        .SelectMany(count =>
            Gen.ListOf(
                Gen.Choose(1, 4).SelectMany(depth => Gen.ListOf(Gen.Elements(Names), depth).Select(parts => string.Join('/', parts))),
                count
            )
        )
        .Select(list => list.ToArray());

    [Fact(Skip = DockerCommand.SkipReason, SkipType = typeof(DockerCommand), SkipUnless = nameof(DockerCommand.IsThere))]
    public async Task The_same_entries_are_sent_as_docker_sends()
    {
        await using var engine = new RecordingEngine();
        var docker = DockerCommand.All.MinBy(command => command.Version, StringComparer.Ordinal)!;
        var cases = Paths.Zip(IgnoreText).Sample(Runs, new Rnd(28, 57), 30);
        var compared = 0;
        foreach (var (paths, ignore) in cases)
        {
            using var tree = CreateTree(paths, ignore);
            engine.Forget();
            var errors = await docker.RunAsync(["build", tree.Root], Environment(engine.Host, tree.Root), tree.Root);
            if (engine.Requests.FirstOrDefault(static request => request.Path == "/build") is not { Content.Length: > 0 } request)
            {
                Assert.True(errors.Contains("error checking context", StringComparison.Ordinal), $"{errors} {ignore}");
                await Assert.ThrowsAsync<BuildInputException>(() =>
                    BuildContext.OpenAsync(tree.Root, null, TestContext.Current.CancellationToken)
                );
                continue;
            }

            compared++;
            Assert.True(
                await SendAsync(tree) is var own && Listing(request.Content).SequenceEqual(Listing(own)),
                $"""
                .dockerignore: {ignore.ReplaceLineEndings(" | ")}
                docker: {string.Join(" | ", Listing(request.Content))}
                here:   {string.Join(" | ", Listing(own))}
                """
            );
        }

        Assert.InRange(compared, Runs / 2, Runs);
    }

    private static SourceTree CreateTree(string[] paths, string ignore)
    {
        var tree = new SourceTree(("Dockerfile", "FROM scratch\n"), (".dockerignore", ignore));
        foreach (var (path, index) in paths.Select(static (path, index) => (path, index)))
        {
            var full = tree.Combine(path);
            if (Path.Exists(full) || !CanHold(tree, path))
            {
                continue;
            }

            if (index % 7 == 6)
            {
                tree.Link(path, "../somewhere/else");
            }
            else if (index % 5 == 4)
            {
                Directory.CreateDirectory(full);
            }
            else
            {
                tree.Write(path, path);
                SourceTree.SetMode(full, index % 2 == 0 ? (UnixFileMode)0b111_101_101 : (UnixFileMode)0b110_100_000);
            }
        }

        return tree;
    }

    private static bool CanHold(SourceTree tree, string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is { Length: > 0 }; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(tree.Combine(folder)) || new FileInfo(tree.Combine(folder)).LinkTarget is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<ReadOnlyMemory<byte>> SendAsync(SourceTree tree)
    {
        using var tar = new MemoryStream();
        await (await BuildContext.OpenAsync(tree.Root, null, TestContext.Current.CancellationToken)).WriteToAsync(
            tar,
            TestContext.Current.CancellationToken
        );
        return tar.ToArray();
    }

    private static IEnumerable<string> Listing(ReadOnlyMemory<byte> tar) => TarListing.Read(tar).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Environment(string host, string home) =>
        new()
        {
            ["DOCKER_HOST"] = host,
            ["DOCKER_BUILDKIT"] = "0",
            ["HOME"] = Path.GetTempPath(),
            ["DOCKER_CONFIG"] = Path.Combine(Path.GetTempPath(), "lsdk-no-docker-config"),
            ["PATH"] = home,
        };
}
