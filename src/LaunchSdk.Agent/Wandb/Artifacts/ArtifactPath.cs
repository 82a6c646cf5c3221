namespace LaunchSdk.Agent.Wandb.Artifacts;

/// <summary>Paths of a manifest are written by whoever made the artifact: none may lead out of the folder, on any system.</summary>
internal static class ArtifactPath
{
    private const int Longest = 1024;

    /// <summary>The file in a folder that a path of a manifest means.</summary>
    /// <exception cref="ArtifactException">It means none there.</exception>
    public static string Resolve(string folder, string path)
    {
        var parts = path.Split('/');
        var isFine =
            path.Length is > 0 and <= Longest
            && !path.Any(c => char.IsControl(c) || c is '\\' or ':')
            && Array.TrueForAll(
                parts,
                part => part.Length > 0 && part.Trim() is not ("." or "..") && !part.EndsWith('.') && !part.EndsWith(' ')
            );
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var full = isFine ? Path.GetFullPath(Path.Combine([root, .. parts])) : string.Empty;
        return full.StartsWith(root, StringComparison.Ordinal) && full.Length > root.Length
            ? full
            : throw new ArtifactException(
                $"the artifact has a file '{Show(path)}', which is not a plain path below its folder: it is not downloaded"
            );
    }

    /// <summary>Refuses paths that would be one file, or a file and a folder, on some system.</summary>
    public static void CheckDistinct(IEnumerable<string> paths)
    {
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            if (!files.Add(path))
            {
                throw new ArtifactException($"the artifact has two files '{Show(path)}' that differ in case only");
            }
        }

        foreach (var path in files)
        {
            for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
            {
                if (files.Contains(path[..end]))
                {
                    throw new ArtifactException($"the artifact has '{Show(path[..end])}' as a file and as a folder");
                }
            }
        }
    }

    private static string Show(string path) => new([.. path.Take(200).Select(c => char.IsControl(c) ? '?' : c)]);
}
