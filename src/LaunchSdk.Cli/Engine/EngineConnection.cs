using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker;

namespace LaunchSdk.Cli.Engine;

/// <summary>The engine as the tool reaches it: found by its environment, with a line on stderr where it does not answer.</summary>
internal static class EngineConnection
{
    /// <summary>How the engine is found.</summary>
    /// <param name="console">The tool's environment and standard error.</param>
    /// <returns>The options.</returns>
    public static DockerEngineOptions Options(ToolConsole console) =>
        new() { Environment = console.Environment, Silence = new EngineSilenceLines(console.Error) };

    /// <summary>Connects.</summary>
    /// <param name="console">The tool's environment and standard error.</param>
    /// <param name="cancellationToken">A token that cancels the attempt.</param>
    /// <returns>The engine, for the caller to dispose of.</returns>
    /// <exception cref="DockerEngineException">No engine answers.</exception>
    public static Task<DockerEngine> OpenAsync(ToolConsole console, CancellationToken cancellationToken) =>
        DockerEngine.ConnectAsync(Options(console), cancellationToken);
}
