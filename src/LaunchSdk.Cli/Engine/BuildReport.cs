using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Cli.Engine;

/// <summary>A build with its progress on stderr, and its errors as messages.</summary>
internal static class BuildReport
{
    /// <summary>Builds; on a terminal with a live view, else with a line for each message.</summary>
    public static async Task<BuiltImage> BuildAsync(
        ToolConsole console,
        LaunchDocker docker,
        JobImageRequest request,
        bool isQuiet,
        CancellationToken cancellationToken
    )
    {
        using var view = console.ErrorIsTerminal && !isQuiet ? new BuildProgressView(console.Error) : null;
        var progress = view ?? (isQuiet ? null : new BuildProgressLines(console.Error) as IProgress<ImageBuildProgress>);
        return await docker.BuildAsync(request with { Progress = progress }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs, and prints what fails.</summary>
    /// <param name="console">Where it is printed.</param>
    /// <param name="inputCode">The exit code for a source that cannot be built.</param>
    /// <param name="action">What is run.</param>
    public static async Task<int> GuardAsync(ToolConsole console, int inputCode, Func<Task<int>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (BuildInputException failure)
        {
            foreach (var problem in failure.Problems)
            {
                await console.Error.WriteLineAsync($"launch: {problem}").ConfigureAwait(false);
            }

            return inputCode;
        }
        catch (DockerEngineException failure)
        {
            await console.Error.WriteLineAsync($"launch: {failure.Message}").ConfigureAwait(false);
            return failure.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("launch: the build was stopped").ConfigureAwait(false);
            return ExitCodes.EngineError;
        }
    }
}
