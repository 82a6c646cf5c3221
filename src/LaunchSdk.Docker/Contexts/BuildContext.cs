using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Contexts;

/// <summary>The files of a directory that a build gets: chosen by .dockerignore with docker's rules, in a fixed order, streamed as tar, and named by a digest.</summary>
/// <remarks>Opening looks at names, not contents. Times and owners are in neither digest nor tar, so the same files always give the same bytes.</remarks>
public sealed class BuildContext
{
    /// <summary>The name under which a generated Dockerfile is added.</summary>
    public const string GeneratedDockerfileName = ".launchsdk.Dockerfile";

    private BuildContext()
    {
    }

    /// <summary>The user's cache folder for <see cref="BuildContextOptions.CacheFolder"/>: <c>launchsdk/contexts</c> in <c>XDG_CACHE_HOME</c> or <c>~/.cache</c>; on Windows in the local application data.</summary>
    public static string DefaultCacheFolder => throw new NotImplementedException();

    /// <summary>The directory.</summary>
    public string Directory { get; } = "";

    /// <summary>Everything that is sent, in the order of the stream.</summary>
    public IReadOnlyList<ContextEntry> Entries { get; } = [];

    /// <summary>The path of the Dockerfile in the stream, for the engine's <c>dockerfile</c> parameter: its own, <see cref="GeneratedDockerfileName"/>, or <c>Dockerfile</c>.</summary>
    public string DockerfileName { get; } = "";

    /// <summary>The bytes of all files together.</summary>
    public long Length { get; }

    /// <summary>Lists a directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="options">How; null for docker's way, without a cache.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BuildInputException">It is not there, or holds what no context can: files that cannot be read, names that are not UTF-8, devices, a wrong pattern in .dockerignore. All problems are told.</exception>
    public static Task<BuildContext> OpenAsync(string directory, BuildContextOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>The digest over names, permissions, link targets and contents: <c>sha256:</c> and 64 hexadecimal digits. Files that the cache knows are not read.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BuildInputException">A file cannot be read, or changed while it was read.</exception>
    public Task<string> GetDigestAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Writes the tar. Files are read as they are written, and never held whole.</summary>
    /// <param name="destination">Where it is written; it is not closed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BuildInputException">A file changed since the directory was listed or its digest was taken: the image would not be what its tag says. The stream then ends in the middle.</exception>
    public Task WriteToAsync(Stream destination, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
