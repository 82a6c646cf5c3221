namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>The files by which version managers choose one version: <c>.python-version</c>, and <c>runtime.txt</c>.</summary>
internal static class PythonVersionFiles
{
    private static readonly SourcePath[] Names = [SourcePath.Parse(".python-version"), SourcePath.Parse("runtime.txt")];

    /// <summary>Whether the source has one of them.</summary>
    public static bool HasAny(SourceFiles files) => Array.Exists(Names, files.Exists);

    public static PythonVersion? Find(SourceFiles files, List<string> problems)
    {
        foreach (var name in Names)
        {
            // A version manager may list several; the first is the one that runs.
            var line = files
                .Read(name)
                ?.Split('\n')
                .Select(static line => line.Split('#')[0].Trim())
                .FirstOrDefault(static line => line.Length > 0);
            if (line is null)
            {
                continue;
            }

            if (PythonVersion.TryParse(line, out var version, out var error))
            {
                return version;
            }

            problems.Add($"{name}: {error.Message}");
        }

        return null;
    }
}
