using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Contexts;

/// <summary>An entry with what is needed to read it.</summary>
/// <param name="entry">What is sent.</param>
/// <param name="fullPath">Where it lies; empty for content that is in no file.</param>
/// <param name="stat">As it was when the directory was listed.</param>
internal sealed class ContextNode(ContextEntry entry, string fullPath, FileStat stat)
{
    public ContextEntry Entry { get; } = entry;

    public string FullPath { get; } = fullPath;

    public FileStat Stat { get; } = stat;

    /// <summary>Content that is in no file, or not as it is there; null for the file's own.</summary>
    public byte[]? Content { get; init; }

    /// <summary>The content's SHA-256, once it is known.</summary>
    public byte[]? Digest { get; set; }

    /// <summary>Whether the file was so new when it was hashed that a write after it may not show in its times.</summary>
    public bool IsRacy { get; set; }
}
