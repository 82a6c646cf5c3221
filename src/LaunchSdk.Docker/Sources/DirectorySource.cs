namespace LaunchSdk.Docker.Sources;

/// <summary>A directory on this machine.</summary>
public sealed class DirectorySource : BuildSource
{
    internal DirectorySource(string path)
        : base(path) => Path = path;

    /// <summary>The path as written; a relative one starts at the working directory.</summary>
    public string Path { get; }
}
