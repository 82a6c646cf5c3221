using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Sources;

/// <summary>A folder that only this user can read, and that is deleted with everything in it.</summary>
internal sealed class TemporaryFolder
{
    private TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    /// <param name="parent">Where it is made; null for the system's place.</param>
    /// <param name="prefix">The beginning of its name.</param>
    public static TemporaryFolder Create(string? parent, string prefix)
    {
        var path = System.IO.Path.Combine(parent ?? System.IO.Path.GetTempPath(), prefix + Guid.NewGuid().ToString("N"));
        PrivateFile.CreateFolder(path);
        return new TemporaryFolder(path);
    }

    /// <summary>Deletes it; again is no error.</summary>
    public void Delete() => DeleteEntry(new DirectoryInfo(Path));

    /// <summary>Deletes it after a failure, which is what the caller wants to know.</summary>
    public void DeleteAfterFailure()
    {
        try
        {
            Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be deleted is left.
        }
    }

    /// <summary>Deletes a file, or a directory with everything in it; what links lead to stays.</summary>
    public static void DeleteEntry(FileSystemInfo entry)
    {
        if (entry is not DirectoryInfo { LinkTarget: null } folder)
        {
            entry.Delete();
            return;
        }

        if (!folder.Exists)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            // Git writes its objects read-only, which Windows does not delete.
            foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
            {
                file.Attributes = FileAttributes.Normal;
            }
        }

        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException) when (ClientProgram.Find("rm", Environment.GetEnvironmentVariable) is { } remove)
        {
            // .NET cannot name what is not UTF-8.
            using var process = ClientProgram.Start(remove, ["-rf", "--", folder.FullName]);
            process.WaitForExit();
        }
    }
}
