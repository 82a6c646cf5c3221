namespace LaunchSdk.Docker.Contexts;

/// <summary>A file, directory or link of a build's context.</summary>
/// <param name="Path">From the context's root, with <c>/</c> between the parts.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Mode">The permission bits, with set-user-id, set-group-id and sticky.</param>
/// <param name="Length">The file's bytes; 0 for the others.</param>
/// <param name="LinkTarget">Where a link leads, as it says itself; null for the others.</param>
public sealed record ContextEntry(string Path, ContextEntryKind Kind, UnixFileMode Mode, long Length, string? LinkTarget)
{
    /// <summary>
    /// Whether it is sent only because the builder reads it: a Dockerfile or .dockerignore that .dockerignore takes out. No <c>COPY</c>
    /// sees it, and it has no part in the digest.
    /// </summary>
    public bool IsForBuilderOnly { get; init; }
}
