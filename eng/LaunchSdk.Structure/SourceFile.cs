namespace LaunchSdk.Structure;

/// <summary>A hand-written source file.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Folder">Its folder below <c>src</c>, with slashes: <c>LaunchSdk.Docker/Connection</c>.</param>
public sealed record SourceFile(string Path, string Folder)
{
    /// <summary>The file's lines.</summary>
    public IReadOnlyList<string> Lines { get; } = File.ReadAllLines(Path);
}
