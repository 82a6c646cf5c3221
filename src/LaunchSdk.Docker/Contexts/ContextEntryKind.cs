namespace LaunchSdk.Docker.Contexts;

/// <summary>What an entry of a build's context is.</summary>
public enum ContextEntryKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link; it stays a link.</summary>
    SymbolicLink,
}
