namespace LaunchSdk.Cli.Commands.Init;

/// <summary>
/// The files of <c>launch init</c>, from the tool's resources. The schemas are written next to the project, so that an editor checks by the
/// rules of the installed version and needs no network.
/// </summary>
internal static class StarterFiles
{
    private const string SchemaFolder = ".launchsdk/schemas/";
    private const string SchemaResources = "schemas/";
    private const string StarterResources = "starter/";

    /// <summary>All of them, by path.</summary>
    public static IReadOnlyList<StarterFile> All { get; } =
    [
        .. typeof(StarterFiles)
            .Assembly.GetManifestResourceNames()
            .Select(name =>
                name.Replace('\\', '/') is var path && path.StartsWith(SchemaResources, StringComparison.Ordinal)
                    ? new StarterFile(SchemaFolder + path[SchemaResources.Length..], Read(name))
                    : new StarterFile(path[StarterResources.Length..], Read(name))
            )
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    /// <summary>Whether a path is that of a schema.</summary>
    public static bool IsSchema(string path) => path.Contains(SchemaFolder, StringComparison.Ordinal);

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(StarterFiles).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
