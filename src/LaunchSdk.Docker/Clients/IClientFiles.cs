namespace LaunchSdk.Docker.Clients;

/// <summary>The files of the client that options name (env-file, label-file, seccomp profiles, cidfile).</summary>
public interface IClientFiles
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="path">An absolute path.</param>
    /// <returns>The file's bytes.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    byte[] Read(string path);

    /// <summary>Whether a file or directory stands at the path.</summary>
    /// <param name="path">An absolute path.</param>
    /// <returns>Whether there is one.</returns>
    bool Exists(string path);
}
