namespace LaunchSdk.Docker.Clients;

/// <summary>The real files; a relative path starts at the working directory.</summary>
/// <param name="workingDirectory">Absolute path of the working directory.</param>
public sealed class ClientFiles(string workingDirectory) : IClientFiles
{
    /// <inheritdoc/>
    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(workingDirectory, path));

    /// <inheritdoc/>
    public bool Exists(string path) => Path.Exists(Path.Combine(workingDirectory, path));
}
