namespace LaunchSdk.Docker.Contexts;

/// <summary>Which permissions the entries of a context get.</summary>
public enum ContextModes
{
    /// <summary>Those on the disk, as docker's own command sends them.</summary>
    OnDisk,

    /// <summary>
    /// Those that git knows: 755 for directories and programs, 644 for other files. The digest is then the same for every user's umask.
    /// </summary>
    AsGit,
}
