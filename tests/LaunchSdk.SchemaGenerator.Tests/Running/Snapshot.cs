namespace LaunchSdk.SchemaGenerator.Tests.Running;

/// <summary>Compares with a file in <c>Snapshots/</c>; <c>UPDATE_SNAPSHOTS=1</c> writes it.</summary>
internal static class Snapshot
{
    public static void Match(string name, string actual)
    {
        var path = Path.Combine(RepositoryFiles.PathOf("tests/LaunchSdk.SchemaGenerator.Tests/Snapshots"), name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{name} is missing: run with UPDATE_SNAPSHOTS=1 and read what it says");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
