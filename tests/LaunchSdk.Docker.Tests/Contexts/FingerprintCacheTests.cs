using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Tests.Contexts;

/// <summary>What a cache must not do is seen by a digest in it that is wrong: one that is taken from there shows.</summary>
public sealed class FingerprintCacheTests : IDisposable
{
    private readonly SourceTree _source = new(("a.py", "1"), ("b.py", "2"));
    private readonly SourceTree _cache = new();

    [Fact]
    public async Task A_file_left_alone_is_not_read_again()
    {
        var honest = await DigestAsync(TimeSpan.FromMinutes(1));

        FingerprintCache.Open(_cache.Root, $"{_source.Root}\n0").Save(Nodes());

        Assert.NotEqual(honest, await DigestAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_digest_is_taken_from_the_cache_when_nothing_changed()
    {
        var nodes = Nodes();
        FingerprintCache.Open(_cache.Root, "x").Save(nodes);

        var again = Nodes(withDigest: false);
        FingerprintCache.Open(_cache.Root, "x").Apply(again);

        Assert.All(again, node => Assert.Equal(nodes.Single(known => known.Entry.Path == node.Entry.Path).Digest, node.Digest));
    }

    [Theory]
    [InlineData("content")]
    [InlineData("same length and time")]
    [InlineData("mode")]
    [InlineData("another file in its place")]
    public async Task A_changed_file_is_read_again(string change)
    {
        FingerprintCache.Open(_cache.Root, "x").Save(Nodes());
        var path = _source.Combine("a.py");
        var time = File.GetLastWriteTimeUtc(path);
        switch (change)
        {
            case "content":
                await File.WriteAllTextAsync(path, "longer", TestContext.Current.CancellationToken);
                break;
            case "same length and time":
                await File.WriteAllTextAsync(path, "9", TestContext.Current.CancellationToken);
                File.SetLastWriteTimeUtc(path, time);
                break;
            case "mode":
                SourceTree.SetMode(path, UnixFileMode.UserRead);
                break;
            default:
                await File.WriteAllTextAsync(path + ".new", "9", TestContext.Current.CancellationToken);
                File.SetLastWriteTimeUtc(path + ".new", time);
                File.Move(path + ".new", path, overwrite: true);
                break;
        }

        var nodes = Nodes(withDigest: false);
        FingerprintCache.Open(_cache.Root, "x").Apply(nodes);

        Assert.Null(nodes[0].Digest);
        Assert.NotNull(nodes[1].Digest);
    }

    [Fact]
    public async Task A_file_that_was_new_when_it_was_read_is_not_kept()
    {
        await DigestAsync(TimeSpan.Zero);

        Assert.Empty(Directory.EnumerateFiles(_cache.Root));
    }

    [Fact]
    public async Task A_file_that_was_left_alone_is_kept()
    {
        await DigestAsync(TimeSpan.FromMinutes(1));

        Assert.Single(Directory.EnumerateFiles(_cache.Root));
    }

    [Fact]
    public void A_damaged_cache_is_as_if_it_were_empty()
    {
        FingerprintCache.Open(_cache.Root, "x").Save(Nodes());
        var file = Directory.EnumerateFiles(_cache.Root).Single();
        var bytes = File.ReadAllBytes(file);
        for (var i = 0; i < bytes.Length; i += 7)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x40;
            File.WriteAllBytes(file, damaged);
            var nodes = Nodes(withDigest: false);
            FingerprintCache.Open(_cache.Root, "x").Apply(nodes);
            Assert.All(nodes, static node => Assert.Null(node.Digest));
        }
    }

    [Fact]
    public void A_cache_that_others_may_write_is_not_believed()
    {
        FingerprintCache.Open(_cache.Root, "x").Save(Nodes());
        SourceTree.SetMode(Directory.EnumerateFiles(_cache.Root).Single(), (UnixFileMode)0b110_110_110);

        var nodes = Nodes(withDigest: false);
        FingerprintCache.Open(_cache.Root, "x").Apply(nodes);

        Assert.All(nodes, static node => Assert.Null(node.Digest));
    }

    public void Dispose()
    {
        _source.Dispose();
        _cache.Dispose();
    }

    private List<ContextNode> Nodes(bool withDigest = true) =>
        [
            .. new[] { "a.py", "b.py" }.Select(path => new ContextNode(
                new ContextEntry(path, ContextEntryKind.File, 0, 1, null),
                _source.Combine(path),
                FileStat.Read(_source.Combine(path))!.Value
            )
            {
                Digest = withDigest ? [.. Enumerable.Repeat((byte)path[0], 32)] : null,
            }),
        ];

    private async Task<string> DigestAsync(TimeSpan ahead)
    {
        var options = new BuildContextOptions { CacheFolder = _cache.Root, TimeProvider = new AheadTime(ahead) };
        var context = await BuildContext.OpenAsync(_source.Root, options, TestContext.Current.CancellationToken);
        return await context.GetDigestAsync(TestContext.Current.CancellationToken);
    }

    private sealed class AheadTime(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
