using System.IO.Enumeration;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Contexts;

/// <summary>Lists a directory: every folder's entries in the order of their names, without what .dockerignore takes out.</summary>
internal sealed class ContextWalker(string root, IgnoreMatcher matcher, ContextModes modes, CancellationToken cancellationToken)
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode ReadableByAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
    };

    private readonly List<ContextNode> _nodes = [];
    private readonly List<string> _problems = [];

    /// <exception cref="BuildInputException">Entries that no context can hold; all of them are told.</exception>
    public List<ContextNode> Walk()
    {
        Walk(root, "", null);
        return _problems.Count == 0 ? _nodes : throw new BuildInputException(_problems);
    }

    private void Walk(string folder, string prefix, bool[]? parent)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var name in Names(folder, prefix))
        {
            var path = prefix + name;
            var matched = parent;
            var isIgnored = !matcher.IsEmpty && matcher.IsIgnored(path, parent, out matched);
            if (!name.Contains('\ufffd', StringComparison.Ordinal))
            {
                Look(path, Path.Combine(folder, name), isIgnored, matched);
            }
            else if (!isIgnored)
            {
                _problems.Add($"the name of '{path}' is not UTF-8: rename it, or name it in .dockerignore (with ? for what is not UTF-8)");
            }
        }
    }

    private void Look(string path, string full, bool isIgnored, bool[]? matched)
    {
        try
        {
            // Null: gone since the folder was read, as if it had never been there.
            if (FileStat.Read(full) is { } stat)
            {
                Add(path, full, stat, isIgnored, matched);
            }
        }
        catch (IOException e)
        {
            // A folder that is left out may still hold what is not, so this is told of it too.
            _problems.Add($"'{path}' cannot be looked at ({e.Message}): make it readable, or name it in .dockerignore");
        }
    }

    private void Add(string path, string full, FileStat stat, bool isIgnored, bool[]? matched)
    {
        switch (stat.Type)
        {
            case FileStat.Folder:
                if (!isIgnored)
                {
                    _nodes.Add(Node(path, full, stat, ContextEntryKind.Directory, null));
                }

                if (!isIgnored || matcher.MayHoldExceptions(path))
                {
                    Walk(full, path + "/", matched);
                }

                break;
            case var _ when isIgnored:
                break;
            case FileStat.Regular:
                _nodes.Add(Node(path, full, stat, ContextEntryKind.File, null));
                break;
            case FileStat.Link:
                _nodes.Add(Node(path, full, stat, ContextEntryKind.SymbolicLink, new FileInfo(full).LinkTarget));
                break;
            case FileStat.Socket:
                // A tar has no sockets; docker leaves them out too.
                break;
            default:
                _problems.Add($"'{path}' is a pipe or a device, which no image needs: remove it, or name it in .dockerignore");
                break;
        }
    }

    private ContextNode Node(string path, string full, FileStat stat, ContextEntryKind kind, string? target) =>
        new(new ContextEntry(path, kind, Mode(stat, kind), kind == ContextEntryKind.File ? stat.Length : 0, target), full, stat);

    private UnixFileMode Mode(FileStat stat, ContextEntryKind kind) =>
        kind == ContextEntryKind.SymbolicLink ? ReadableByAll | Executable | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite
        : modes == ContextModes.OnDisk ? stat.Mode
        : kind == ContextEntryKind.Directory || (stat.Mode & UnixFileMode.UserExecute) != 0 ? ReadableByAll | Executable
        : ReadableByAll;

    private string[] Names(string folder, string prefix)
    {
        try
        {
            string[] names =
            [
                .. new FileSystemEnumerable<string>(folder, static (ref FileSystemEntry entry) => entry.FileName.ToString(), Everything),
            ];
            Array.Sort(names, StringComparer.Ordinal);
            return names;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            _problems.Add(
                $"'{(prefix.Length == 0 ? folder : prefix)}' cannot be listed ({e.Message}): make it readable, or name it in .dockerignore"
            );
            return [];
        }
    }
}
