using System.Runtime.CompilerServices;
using Xunit;

namespace LaunchSdk.Testing;

/// <summary>
/// Holds a text against the file <c>Snapshots/CLASS.TEST.txt</c> beside the test. <c>UPDATE_SNAPSHOTS=1</c> rewrites the file, and is
/// refused where CI=true.
/// </summary>
public static class Snapshot
{
    /// <param name="actual">The text; line ends are compared as <c>\n</c>.</param>
    /// <param name="name">Tells the snapshots of one test apart; null where it has one.</param>
    /// <param name="sourceFile">The test's file, given by the compiler.</param>
    /// <param name="test">The test's name, given by the compiler.</param>
    public static void Match(
        string actual,
        string? name = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string test = ""
    )
    {
        ArgumentNullException.ThrowIfNull(actual);
        var source = Repository.Resolve(sourceFile);
        var suffix = name is null ? "" : $".{name}";
        var file = Path.Combine(
            Path.GetDirectoryName(source)!,
            "Snapshots",
            $"{Path.GetFileNameWithoutExtension(source)}.{test}{suffix}.txt"
        );
        var text = Normalize(actual);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Assert.False(
                Environment.GetEnvironmentVariable("CI") == "true",
                "UPDATE_SNAPSHOTS is not for CI: rewrite the snapshots on your machine and commit them."
            );
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }

        Assert.True(File.Exists(file), $"There is no snapshot {file}: run the test with UPDATE_SNAPSHOTS=1 and read what it wrote.");
        Assert.Equal(Normalize(File.ReadAllText(file)), text);
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
