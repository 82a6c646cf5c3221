namespace LaunchSdk.Docker.Tests.Contexts;

/// <summary>A temporary directory with the files of a source.</summary>
internal sealed class SourceTree : IDisposable
{
    public SourceTree(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            Write(path, text);
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("lsdk-source-").FullName;

    public string Combine(string path) => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Combine(path))!);
        File.WriteAllText(Combine(path), text);
    }

    public void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Combine(path))!);
        File.CreateSymbolicLink(Combine(path), target);
    }

    /// <summary>Gives a file permissions, where the system has them.</summary>
    public static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
