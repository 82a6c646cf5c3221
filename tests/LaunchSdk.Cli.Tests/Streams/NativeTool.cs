using System.Runtime.InteropServices;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Streams;

/// <summary>
/// The tool published as a Native AOT program, once for all tests and apart from what the solution's build makes. What is left from the
/// last time is used again.
/// </summary>
public sealed class NativeTool : IAsyncLifetime
{
    private const string SkipReason = "No linker (clang or gcc), which Native AOT needs: run ./build.sh test, which gets one where it can.";

    private static readonly string Folder = Repository.Combine("artifacts", "native");
    private static readonly string Program = Path.Combine(Folder, "tool", "launch");

    // In CI it must be there: publishing fails for want of it.
    private static bool HasLinker =>
        TestEngine.IsContinuousIntegration || HostProcess.Find("clang") is not null || HostProcess.Find("gcc") is not null;

    /// <summary>The program; a machine without a linker skips the test, and fails it where <c>CI=true</c>.</summary>
    public IReadOnlyList<string> Require()
    {
        Assert.SkipUnless(HasLinker, SkipReason);
        return [Program];
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!HasLinker)
        {
            return;
        }

        var (exitCode, output) = await DotNet.RunAsync(
            Repository.Root,
            "publish",
            Repository.Combine("src", "LaunchSdk.Cli", "LaunchSdk.Cli.csproj"),
            "--configuration",
            "Release",
            "--runtime",
            $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}",
            "--property:PublishAot=true",
            // The solution's build has analyzed the sources, and nobody debugs this program.
            "--property:RunAnalyzers=false",
            "--property:NativeDebugSymbols=false",
            "--output",
            Path.GetDirectoryName(Program)!,
            "--artifacts-path",
            Path.Combine(Folder, "build"),
            "--verbosity",
            "quiet"
        );
        Assert.True(exitCode == 0, output);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
