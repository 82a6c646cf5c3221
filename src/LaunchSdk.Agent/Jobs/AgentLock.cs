using LaunchSdk.Docker.Clients;

namespace LaunchSdk.Agent.Jobs;

/// <summary>
/// Keeps a second agent of the same name off this machine. The system lets go of it when the process dies, however that comes.
/// </summary>
internal static class AgentLock
{
    /// <summary>Takes the lock; dispose of it to give it back.</summary>
    /// <exception cref="AgentNameInUseException">Another agent has it.</exception>
    public static FileStream Take(string stateFolder, string name)
    {
        var path = PathOf(stateFolder, name);
        PrivateFile.CreateFolderOf(path);
        try
        {
            return PrivateFile.Open(
                path,
                new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.None,
                }
            );
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new AgentNameInUseException(name, path, e);
        }
    }

    /// <summary>Whether an agent of a name ever ran here.</summary>
    public static bool WasTaken(string stateFolder, string name) => File.Exists(PathOf(stateFolder, name));

    private static string PathOf(string stateFolder, string name) =>
        Path.Combine(stateFolder, "agents", Uri.EscapeDataString(name) + ".lock");
}
