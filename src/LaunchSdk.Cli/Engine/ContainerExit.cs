using LaunchSdk.Cli.Failures;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Engine;

/// <summary>A container's end as the user sees it.</summary>
internal static class ContainerExit
{
    /// <summary>Waits for the end, and writes a line where output of the container was lost.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="end">The container's end.</param>
    /// <returns>The container's exit code.</returns>
    public static async Task<int> ReportAsync(TextWriter error, Task<ContainerResult> end)
    {
        var result = await end.ConfigureAwait(false);
        if (result.OutputLoss is { } loss)
        {
            await error.WriteLineAsync($"launch: warning: {loss}").ConfigureAwait(false);
        }

        return result.ExitCode ?? ExitCodes.Success;
    }
}
