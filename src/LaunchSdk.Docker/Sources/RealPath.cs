namespace LaunchSdk.Docker.Sources;

/// <summary>Paths with every link on the way resolved.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The real path of a file or directory that exists.</summary>
    /// <exception cref="IOException">Its links lead in a circle.</exception>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        for (var links = 0; links < MostLinks; links++)
        {
            var next = ResolveFirst(full);
            if (next is null)
            {
                return full;
            }

            full = next;
        }

        throw new IOException($"the links of '{path}' lead in a circle");
    }

    // The path with its first link replaced; null when it has none.
    private static string? ResolveFirst(string full)
    {
        var root = Path.GetPathRoot(full)!;
        var parts = full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        var current = root;
        for (var i = 0; i < parts.Length; i++)
        {
            var parent = current;
            current = Path.Combine(current, parts[i]);
            if (new FileInfo(current).LinkTarget is { } target)
            {
                return Path.GetFullPath(Path.Combine([Path.Combine(parent, target), .. parts.Skip(i + 1)]));
            }
        }

        return null;
    }
}
