using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>A docker command of a version whose differences to the reference are known.</summary>
/// <param name="Path">The program.</param>
/// <param name="Version">Its version, such as <c>28.2.2</c>.</param>
internal sealed partial record DockerCommand(string Path, string Version)
{
    /// <summary>Paths of further docker commands, separated as those of PATH are.</summary>
    public const string Variable = "LAUNCHSDK_DOCKER_COMMANDS";

    public const string SkipReason =
        "No docker command of a version that VersionDifferences knows is on the PATH or in "
        + Variable
        + ": rules differ between versions, so no other one can be the oracle.";

    private static readonly Lazy<IReadOnlyList<DockerCommand>> Found = new(Find);

    // The root file system of another engine, where the engine-marked tests run on one.
    private const string EngineRoot = "LAUNCHSDK_ENGINE_ROOT";

    /// <summary>One command of each known version: those named by the environment first.</summary>
    public static IReadOnlyList<DockerCommand> All => Found.Value;

    public static bool IsThere => All.Count > 0;

    /// <summary>Runs docker; the environment is exactly the one given, and standard input is empty.</summary>
    /// <returns>What it wrote to standard error.</returns>
    public async Task<string> RunAsync(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        string workingDirectory
    )
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return errors;
    }

    private static DockerCommand[] Find() =>
        [
            .. List(Variable)
                .Concat(InEngineRoot())
                .Concat(OnPath())
                .Where(File.Exists)
                .Select(path => new DockerCommand(path, ReadVersion(path)))
                .Where(command => VersionDifferences.KnownVersions.Contains(command.Version))
                .DistinctBy(command => command.Version),
        ];

    private static IEnumerable<string> InEngineRoot() =>
        List(EngineRoot).Select(root => System.IO.Path.Combine(root, "usr", "bin", "docker"));

    private static IEnumerable<string> OnPath() =>
        List("PATH").Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "docker.exe" : "docker"));

    private static string[] List(string variable) =>
        (Environment.GetEnvironmentVariable(variable) ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static string ReadVersion(string path)
    {
        using var process = Process.Start(new ProcessStartInfo(path, ["--version"]) { RedirectStandardOutput = true })!;
        return VersionNumber.Match(process.StandardOutput.ReadToEnd()).Groups[1].Value;
    }

    [GeneratedRegex(@"^Docker version (\d+\.\d+\.\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionNumber { get; }
}
