namespace LaunchSdk.Testing;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    // A deterministic build writes this in place of the repository's folder.
    private const string MappedRoot = "/_/";

    private static readonly Lazy<string> FoundRoot = new(FindRoot);

    /// <summary>The folder of LaunchSdk.sln.</summary>
    public static string Root => FoundRoot.Value;

    /// <summary>A path below <see cref="Root"/>.</summary>
    public static string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The real path of a source file that the compiler named.</summary>
    public static string Resolve(string sourceFile)
    {
        ArgumentNullException.ThrowIfNull(sourceFile);
        return sourceFile.StartsWith(MappedRoot, StringComparison.Ordinal)
            ? Path.Combine(Root, sourceFile[MappedRoot.Length..])
            : sourceFile;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LaunchSdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"LaunchSdk.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
