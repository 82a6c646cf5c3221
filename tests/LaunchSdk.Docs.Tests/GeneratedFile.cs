using LaunchSdk.Testing;

namespace LaunchSdk.Docs.Tests;

/// <summary>
/// A file of the repository whose content is known to a test. <c>UPDATE_SNAPSHOTS=1</c> rewrites it, and is refused where CI=true.
/// </summary>
internal static class GeneratedFile
{
    /// <summary>Fails when the file is not <paramref name="expected"/>.</summary>
    public static void Match(string path, string expected)
    {
        var file = Repository.Combine(path);
        var actual = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (actual != expected && Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Assert.False(
                Environment.GetEnvironmentVariable("CI") == "true",
                "UPDATE_SNAPSHOTS is not for CI: rewrite the files on your machine and commit them."
            );
            File.WriteAllText(file, expected);
            return;
        }

        Assert.Equal(expected, actual);
    }
}
