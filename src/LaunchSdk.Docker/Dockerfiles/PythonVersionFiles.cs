namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>The files by which version managers choose one version: <c>.python-version</c>, and <c>runtime.txt</c>.</summary>
internal static class PythonVersionFiles
{
    private static readonly string[] Names = [".python-version", "runtime.txt"];

    public static PythonVersion? Find(SourceFiles files, List<string> problems)
    {
        foreach (var name in Names)
        {
            // A version manager may list several; the first is the one that runs.
            var line = files.Read(SourcePath.Parse(name))?.Split('\n').Select(static line => line.Split('#')[0].Trim()).FirstOrDefault(static line => line.Length > 0);
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
