namespace LaunchSdk.Agent.Running;

/// <summary>Keeps a second agent of the same name off this machine. The system lets go of it when the process dies, however that comes.</summary>
internal static class AgentLock
{
    /// <summary>Takes the lock; dispose of it to give it back.</summary>
    /// <exception cref="AgentNameInUseException">Another agent has it.</exception>
    public static FileStream Take(LaunchAgentOptions options)
    {
        var folder = Path.Combine(options.StateFolder, "agents");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Uri.EscapeDataString(options.Name) + ".lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new AgentNameInUseException(options.Name, path, e);
        }
    }
}
