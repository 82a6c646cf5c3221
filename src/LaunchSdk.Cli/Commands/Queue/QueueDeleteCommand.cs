using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Queue;

/// <summary><c>launch queue delete QUEUE...</c></summary>
internal sealed class QueueDeleteCommand : BackendCommand
{
    private readonly Argument<string[]> _names = new("QUEUE") { Description = "Names of queues", Arity = ArgumentArity.OneOrMore };

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public QueueDeleteCommand(ToolConsole console)
        : base(console, "delete", "Delete queues that have no jobs waiting or running, with their ended jobs.") => Add(_names);

    /// <inheritdoc/>
    public override CommandHelp Help => new() { ExitCodes = Codes, Examples = ["launch queue delete gpu-workstation"] };

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, IRunQueueBackend backend, CancellationToken cancellationToken) =>
        ForEachAsync(arguments.GetRequiredValue(_names), name => backend.DeleteQueueAsync(name, cancellationToken));
}
