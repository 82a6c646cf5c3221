using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Engine;

/// <summary>A command for the containers of an engine.</summary>
/// <param name="console">The tool's input and output.</param>
/// <param name="name">Its name.</param>
/// <param name="summary">One line for the list of commands.</param>
internal abstract class EngineCommand(ToolConsole console, string name, string summary) : RunnableCommand(console, name, summary)
{
    /// <summary>The exit codes of most of these commands.</summary>
    protected static IReadOnlyList<HelpRow> Codes { get; } =
    [
        new(ExitCodes.Success, "done"),
        new(
            ExitCodes.EngineError,
            "the engine failed, or LaunchSdk has no such container there; other containers that were named are done"
        ),
    ];

    /// <inheritdoc/>
    protected sealed override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var engine = await EngineConnection.OpenAsync(Console, cancellationToken).ConfigureAwait(false);
        await using var disposal = engine.ConfigureAwait(false);
        return await RunAsync(arguments, new ContainerCatalog(engine), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="catalog">LaunchSdk's containers on the engine.</param>
    /// <param name="cancellationToken">A token that cancels the command.</param>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(ParseResult arguments, ContainerCatalog catalog, CancellationToken cancellationToken);
}
