namespace LaunchSdk.Docker.Clients;

/// <summary>Files and folders that only this user may read; on Windows, those of the folder that they are in.</summary>
internal static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file; one that is made is this user's (mode 0600).</summary>
    public static FileStream Open(string path, FileStreamOptions options)
    {
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        return new FileStream(path, options);
    }

    /// <summary>Opens a file to add to its end, and makes its folder and the file where they are missing.</summary>
    public static FileStream Append(string path, FileShare share)
    {
        CreateFolderOf(path);
        return Open(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.Append,
                Access = FileAccess.Write,
                Share = share,
            }
        );
    }

    /// <summary>Makes the folder that a file is in.</summary>
    public static void CreateFolderOf(string path) => CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>Makes a folder where there is none, and those that it is in; what is made is this user's (mode 0700).</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // One after the other: .NET gives the mode to the last one only.
        var missing = new Stack<string>([path]);
        while (Path.GetDirectoryName(missing.Peek()) is { Length: > 0 } parent && !Directory.Exists(parent))
        {
            missing.Push(parent);
        }

        foreach (var folder in missing)
        {
            Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
        }
    }
}
