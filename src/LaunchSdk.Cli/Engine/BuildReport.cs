using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Cli.Engine;

/// <summary>A build with its progress on stderr.</summary>
internal static class BuildReport
{
    /// <summary>Builds; on a terminal with a live view, else with a line for each message.</summary>
    /// <param name="console">Gets the progress.</param>
    /// <param name="docker">Builds.</param>
    /// <param name="request">What is built.</param>
    /// <param name="isQuiet">Whether there is no progress.</param>
    /// <param name="cancellationToken">A token that cancels the build.</param>
    /// <returns>The image, for the caller to dispose of.</returns>
    /// <exception cref="DockerEngineException">The build failed or was stopped.</exception>
    /// <exception cref="BuildInputException">The source cannot be built as it stands.</exception>
    public static async Task<BuiltImage> BuildAsync(
        ToolConsole console,
        LaunchDocker docker,
        JobImageRequest request,
        bool isQuiet,
        CancellationToken cancellationToken
    )
    {
        using var view = console.ErrorIsTerminal && !isQuiet ? new BuildProgressView(console.Error) : null;
        try
        {
            return await docker
                .BuildAsync(request with { Progress = (IProgress<ImageBuildProgress>?)view ?? Lines(console, isQuiet) }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException stopped)
        {
            throw new ImageBuildException(request.Source.Text, "the build was stopped", innerException: stopped);
        }
    }

    private static BuildProgressLines? Lines(ToolConsole console, bool isQuiet) => isQuiet ? null : new BuildProgressLines(console.Error);
}
