using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Queue;

/// <summary>A command that sets the definition of a queue.</summary>
internal abstract class QueueSetCommand : BackendCommand
{
    private readonly QueueInput _input = new();

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    /// <param name="name">Its name.</param>
    /// <param name="summary">One line for the list of commands.</param>
    protected QueueSetCommand(ToolConsole console, string name, string summary)
        : base(console, name, summary)
    {
        Add(_input.File);
        AddOptions(_input.Options);
    }

    /// <inheritdoc/>
    protected sealed override async Task<int> RunAsync(ParseResult arguments, IRunQueueBackend backend, CancellationToken cancellationToken)
    {
        if (_input.Read(arguments, Console) is not { } queue)
        {
            return ExitCodes.ConfigurationError;
        }

        var done = await SetAsync(backend, queue, cancellationToken).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(done.Name).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    /// <summary>Sets the definition.</summary>
    /// <param name="backend">Has the queues.</param>
    /// <param name="queue">The definition, with the queue's name.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The queue as it is now.</returns>
    protected abstract Task<RunQueue> SetAsync(IRunQueueDefinitions backend, DockerQueue queue, CancellationToken cancellationToken);
}
