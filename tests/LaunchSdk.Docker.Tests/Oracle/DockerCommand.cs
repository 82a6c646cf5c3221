using System.Diagnostics;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>The docker command of this machine, where it is the version that LaunchSdk follows.</summary>
internal static class DockerCommand
{
    public const string Version = "28.2.2";

    public const string SkipReason = "No docker command of version " + Version + " is on the PATH: rules differ between versions, so no other one can be the oracle.";

    private static readonly Lazy<string?> Found = new(Find);

    public static bool IsThere => Found.Value is not null;

    /// <summary>Runs docker; the environment is exactly the one given, and standard input is empty.</summary>
    /// <returns>What it wrote to standard error.</returns>
    public static async Task<string> RunAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string workingDirectory)
    {
        var start = new ProcessStartInfo(Found.Value!, arguments)
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

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "docker.exe" : "docker"))
        .FirstOrDefault(path => File.Exists(path) && IsWanted(path));

    private static bool IsWanted(string path)
    {
        using var process = Process.Start(new ProcessStartInfo(path, ["--version"]) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Contains($"version {Version},", StringComparison.Ordinal);
    }
}
