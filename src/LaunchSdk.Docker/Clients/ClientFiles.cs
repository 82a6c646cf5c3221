namespace LaunchSdk.Docker.Clients;

/// <summary>The real files; a relative path starts at the working directory.</summary>
/// <param name="workingDirectory">Absolute path of the working directory.</param>
public sealed class ClientFiles(string workingDirectory) : IClientFiles
{
    /// <inheritdoc/>
    public byte[] Read(string path) =>
        IsWalkable(path)
            ? File.ReadAllBytes(Path.Combine(workingDirectory, path))
            : throw new DirectoryNotFoundException($"a directory before '..' in '{path}' does not exist");

    /// <inheritdoc/>
    public bool Exists(string path) => IsWalkable(path) && Path.Exists(Path.Combine(workingDirectory, path));

    // .NET takes "missing/.." out of a path before the system sees it; docker leaves it to the system, which finds no "missing" (Windows
    // does as .NET does).
    private bool IsWalkable(string path)
    {
        const string Up = "/..";
        var full = OperatingSystem.IsWindows() ? "" : Path.Combine(workingDirectory, path);
        for (var at = full.IndexOf(Up, StringComparison.Ordinal); at >= 0; at = full.IndexOf(Up, at + 1, StringComparison.Ordinal))
        {
            var end = at + Up.Length;
            if (at > 0 && (end == full.Length || full[end] == '/') && !Directory.Exists(full[..at]))
            {
                return false;
            }
        }

        return true;
    }
}
