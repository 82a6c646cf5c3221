using System.Diagnostics;

namespace LaunchSdk.AgentBenchmarks;

/// <summary>The docker command, for what an agent is compared with and for what the engine says of containers.</summary>
internal static class DockerProgram
{
    public const string Image = "launchsdk-test/busybox:latest";

    public static async Task<string> RunAsync(params string[] arguments) => await RunProgramAsync("docker", arguments);

    public static async Task<string> RunProgramAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    /// <summary>When the engine started a container, and the container removed.</summary>
    public static async Task<DateTimeOffset> TakeStartAsync(string container)
    {
        var started = DateTimeOffset.Parse(
            await RunAsync("inspect", "--format", "{{.State.StartedAt}}", container),
            System.Globalization.CultureInfo.InvariantCulture
        );
        await RunAsync("rm", "--force", container);
        return started;
    }
}
