using LaunchSdk.Testing;

namespace LaunchSdk.Package.Tests;

/// <summary>
/// The package LaunchSdk, packed once for all tests into a feed of its own, with a packages folder that nothing else uses.
/// </summary>
public sealed class PackedLibrary : IAsyncLifetime
{
    /// <summary>Everything that the tests write.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("launchsdk-package-").FullName;

    /// <summary>The folder of the projects that use the package; nothing of this repository's build reaches into it.</summary>
    public string ConsumersFolder => Path.Combine(Folder, "my projects");

    /// <summary>The folder with the package.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>The package.</summary>
    public string Package => Directory.GetFiles(Feed, "LaunchSdk.*.nupkg").Single();

    /// <summary>The package's version.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Package)["LaunchSdk.".Length..];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var project = Repository.Combine("src", "LaunchSdk", "LaunchSdk.csproj");
        var (exitCode, output) = await DotNet.RunAsync(
            Repository.Root,
            "pack",
            project,
            "--output",
            Feed,
            "--verbosity",
            "quiet",
            "--artifacts-path",
            Path.Combine(Folder, "artifacts")
        );
        Assert.True(exitCode == 0, output);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
