using System.Text;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>
/// The small files of a source that say how it is built. A link that leads out of the source is refused: a job must not read this machine's
/// files.
/// </summary>
internal sealed class SourceFiles
{
    private const long LargestFile = 1024 * 1024;

    private readonly string _root;

    public SourceFiles(string directory)
    {
        var full = Path.GetFullPath(directory);
        _root = Directory.Exists(full)
            ? RealPath.Of(full)
            : throw new BuildInputException(
                File.Exists(full)
                    ? $"'{directory}' is a file: name the directory of the source"
                    : $"there is no directory '{directory}': name the directory of the source"
            );
    }

    /// <summary>Whether there is a file; a link that leads nowhere is none.</summary>
    public bool Exists(SourcePath path)
    {
        try
        {
            return File.Exists(Combine(path)) && File.Exists(RealPath.Of(Combine(path)));
        }
        catch (IOException)
        {
            // Links in a circle: reading tells.
            return true;
        }
    }

    /// <summary>Names of the files in the root, in order.</summary>
    public IEnumerable<string> RootFiles(string pattern) =>
        Directory.EnumerateFiles(_root, pattern).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The text of a file; null when it is not there.</summary>
    public string? Read(SourcePath path) => Exists(path) ? ReadRequired(path) : null;

    /// <summary>The text of a file.</summary>
    /// <exception cref="BuildInputException">It is not there, too large, not UTF-8, or not within the source.</exception>
    public string ReadRequired(SourcePath path)
    {
        var full = Combine(path);
        if (!File.Exists(full))
        {
            throw new BuildInputException($"there is no file '{path}' in the source {_root}");
        }

        try
        {
            var real = RealPath.Of(full);
            if (!real.StartsWith(_root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new BuildInputException($"'{path}' is a link that leads out of the source: put the file itself there");
            }

            // A pipe would be waited for without end.
            if (FileStat.Read(real) is not { Type: FileStat.Regular })
            {
                throw new BuildInputException($"'{path}' is no regular file: put a file there");
            }

            return new FileInfo(real).Length > LargestFile
                ? throw new BuildInputException($"'{path}' is larger than 1 MiB, which no such file needs")
                : new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WithoutMark(File.ReadAllBytes(real)));
        }
        catch (DecoderFallbackException e)
        {
            throw new BuildInputException($"'{path}' is not UTF-8 text: save it as UTF-8", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuildInputException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    private string Combine(SourcePath path) => Path.Combine(_root, path.Text);
}
