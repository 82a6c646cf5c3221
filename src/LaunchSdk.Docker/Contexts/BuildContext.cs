using System.Globalization;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Contexts;

/// <summary>
/// The files of a directory that a build gets: chosen by .dockerignore with docker's rules, in a fixed order, streamed as tar, and named by
/// a digest.
/// </summary>
/// <remarks>
/// Opening looks at names, not contents. Times and owners are in neither digest nor tar, so the same files always give the same bytes.
/// </remarks>
public sealed class BuildContext
{
    /// <summary>The name under which a generated Dockerfile is added.</summary>
    public const string GeneratedDockerfileName = ".launchsdk.Dockerfile";

    private const string DefaultDockerfileName = "Dockerfile";
    private const long NanosecondsPerTick = 100;

    // A file system's clock moves in steps, the coarsest of them 2 s (FAT): a write within the same step leaves no sign.
    private static readonly TimeSpan CoarsestClock = TimeSpan.FromSeconds(2);

    private readonly BuildContextOptions _options;
    private readonly List<ContextNode> _nodes;
    private string? _digest;

    private BuildContext(string directory, string dockerfileName, BuildContextOptions options, List<ContextNode> nodes)
    {
        _options = options;
        _nodes = nodes;
        Directory = directory;
        DockerfileName = dockerfileName;
        Entries = [.. nodes.Select(static node => node.Entry)];
        Length = nodes.Sum(static node => node.Entry.Length);
    }

    /// <summary>
    /// The user's cache folder for <see cref="BuildContextOptions.CacheFolder"/>: <c>launchsdk/contexts</c> in <c>XDG_CACHE_HOME</c> or
    /// <c>~/.cache</c>; on Windows in the local application data.
    /// </summary>
    public static string DefaultCacheFolder =>
        Path.Combine(
            OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache) ? cache
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "launchsdk",
            "contexts"
        );

    /// <summary>The directory, with its links resolved.</summary>
    public string Directory { get; }

    /// <summary>Everything that is sent, in the order of the stream.</summary>
    public IReadOnlyList<ContextEntry> Entries { get; }

    /// <summary>
    /// The path of the Dockerfile in the stream, for the engine's <c>dockerfile</c> parameter: its own,
    /// <see cref="GeneratedDockerfileName"/>, or <c>Dockerfile</c>.
    /// </summary>
    public string DockerfileName { get; }

    /// <summary>The bytes of all files together.</summary>
    public long Length { get; }

    /// <summary>Lists a directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="options">How; null for docker's way, without a cache.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The context.</returns>
    /// <exception cref="BuildInputException">It is not there, or holds what no context can: names that are not UTF-8, devices, a wrong
    /// pattern in .dockerignore. All problems are told.</exception>
    public static Task<BuildContext> OpenAsync(
        string directory,
        BuildContextOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Task.Run(() => Open(directory, options ?? new BuildContextOptions(), cancellationToken), cancellationToken);
    }

    /// <summary>
    /// The digest over names, permissions, link targets and contents: <c>sha256:</c> and 64 hexadecimal digits. Files that the cache knows
    /// are not read.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The digest.</returns>
    /// <exception cref="BuildInputException">Files cannot be read, or changed while they were read; all of them are told.</exception>
    public async Task<string> GetDigestAsync(CancellationToken cancellationToken = default) =>
        _digest ??= await Task.Run(() => ComputeDigest(cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Writes the tar. Files are read as they are written, never held whole, and hashed on the way where their digest is not known yet.
    /// </summary>
    /// <param name="destination">Where it is written; it is not closed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BuildInputException">A file changed since the directory was listed or its digest was taken: the image would not be
    /// what its tag says. The stream then ends in the middle.</exception>
    public async Task WriteToAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var stream = new TarStream(destination);
        using var tar = new ContextTar(stream, RacyAfter(), cancellationToken);
        try
        {
            await tar.WriteAsync(_nodes).ConfigureAwait(false);
        }
        catch
        {
            await stream.AbandonAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// The same files with another generated Dockerfile in place of this one's. Nothing is listed or read again, and the digest stays: the
    /// Dockerfile has no part in it.
    /// </summary>
    /// <param name="dockerfile">A generated one, as this context's is; one of the source gives this context.</param>
    internal BuildContext WithGenerated(Dockerfile dockerfile)
    {
        if (dockerfile.Path is not null)
        {
            return this;
        }

        var nodes = new List<ContextNode>(_nodes);
        BuilderFiles.Replace(nodes, DockerfileName, dockerfile.Text);
        return new BuildContext(Directory, DockerfileName, _options, nodes) { _digest = _digest };
    }

    private static BuildContext Open(string directory, BuildContextOptions options, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(directory);
        if (!System.IO.Directory.Exists(full))
        {
            throw new BuildInputException($"there is no directory '{directory}': name the directory of the source");
        }

        var root = RealPath.Of(full);
        var isGenerated = options.Dockerfile is { Path: null };
        var name = isGenerated ? GeneratedDockerfileName : options.Dockerfile?.Path ?? DefaultDockerfileName;
        var ignores = ContextIgnores.Read(root, name);
        var nodes = new ContextWalker(root, ignores.Matcher, options.Modes, cancellationToken).Walk();
        BuilderFiles.Mark(nodes, ignores.ForBuilderOnly);
        if (isGenerated)
        {
            BuilderFiles.Add(nodes, root, GeneratedDockerfileName, options.Dockerfile!.Text);
        }

        return new BuildContext(root, name, options, nodes);
    }

    private string ComputeDigest(CancellationToken cancellationToken)
    {
        var files = _nodes.FindAll(static node => node.Entry.Kind == ContextEntryKind.File);
        var cache = _options.CacheFolder is { } folder
            ? FingerprintCache.Open(folder, $"{Directory}\n{((int)_options.Modes).ToString(CultureInfo.InvariantCulture)}")
            : null;
        cache?.Apply(files);
        FileHasher.Hash(files.Where(static node => node.Digest is null), RacyAfter(), _options.Parallelism, cancellationToken);
        cache?.Save(files);
        return ContextDigest.Compute(_nodes);
    }

    private long RacyAfter() => (_options.TimeProvider.GetUtcNow() - CoarsestClock - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;
}
