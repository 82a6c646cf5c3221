using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Queues;

/// <summary>A command for queues and jobs: its options name their backend.</summary>
internal abstract class BackendCommand : RunnableCommand
{
    private readonly BackendOptions _backend = new();

    /// <summary>A command, whose arguments and options its class adds.</summary>
    /// <param name="console">The tool's input and output.</param>
    /// <param name="name">Its name.</param>
    /// <param name="summary">One line for the list of commands.</param>
    protected BackendCommand(ToolConsole console, string name, string summary)
        : base(console, name, summary) => _backend.AddTo(this);

    /// <summary>The exit codes of most of these commands.</summary>
    protected static IReadOnlyList<HelpRow> Codes { get; } =
    [
        new(ExitCodes.Success, "done"),
        new(
            ExitCodes.ConfigurationError,
            "what was asked is impossible: no such queue or job, a name in use, a definition that the backend refuses"
        ),
        new(ExitCodes.EngineError, "the backend does not answer or denies access"),
    ];

    /// <summary>Adds options above those of the backend.</summary>
    /// <param name="options">The options.</param>
    protected void AddOptions(params IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            Options.Insert(Options.Count - _backend.All.Count, option);
        }
    }

    /// <inheritdoc/>
    protected sealed override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var backend = await Console.OpenBackend(_backend.Read(arguments, Console), cancellationToken).ConfigureAwait(false);
        await using var disposal = backend.ConfigureAwait(false);
        return await RunAsync(arguments, backend, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="backend">The queues.</param>
    /// <param name="cancellationToken">A token that cancels the command.</param>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(ParseResult arguments, IRunQueueBackend backend, CancellationToken cancellationToken);
}
