namespace LaunchSdk.SchemaGenerator.Tests.Running;

/// <summary>Files of the repository that the tests read.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = Find();

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    public static IEnumerable<(string Path, string Text)> ReadAll(string folder, string pattern) =>
        Directory
            .EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.ReadAllText(path).ReplaceLineEndings("\n")));

    // Not by the place of this source file: a deterministic build maps it away.
    private static string Find()
    {
        var folder = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        while (!File.Exists(Path.Combine(folder, "LaunchSdk.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("LaunchSdk.sln");
        }

        return folder;
    }
}
