using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Documents;

namespace LaunchSdk.Cli.Commands.Queue;

/// <summary><c>launch queue show QUEUE</c></summary>
internal sealed class QueueShowCommand : BackendCommand
{
    private readonly Argument<string> _name = new("QUEUE") { Description = "The queue's name" };
    private readonly WordOption<ConfigFormat> _format = new("--format", "Notation of the definition", ConfigFormat.Yaml);

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public QueueShowCommand(ToolConsole console)
        : base(console, "show", "Print a queue's definition, as a queue file that create and update read.")
    {
        Add(_name);
        AddOptions(_format);
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new() { ExitCodes = Codes, Examples = ["launch queue show gpu-workstation > gpu-workstation.yaml"] };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, IRunQueueBackend backend, CancellationToken cancellationToken)
    {
        var found = await QueueNames.GetAsync(backend, arguments.GetRequiredValue(_name), cancellationToken).ConfigureAwait(false);
        var text = (found.Definition with { Name = found.Name }).ToText(_format.Read(arguments)!.Value);
        await Console.Out.WriteAsync(text.EndsWith('\n') ? text : text + "\n").ConfigureAwait(false);
        return ExitCodes.Success;
    }
}
