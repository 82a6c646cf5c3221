using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Jobs;

/// <summary><c>launch jobs</c></summary>
internal sealed class JobsCommand : BackendCommand
{
    private readonly Option<string?> _queue = new("--queue", "-q") { Description = "Only this queue's jobs", HelpName = "QUEUE" };
    private readonly WordOption<RunQueueItemState> _state = new("--state", "Only jobs in this state", null);
    private readonly Option<int> _limit = new("--limit", "-n")
    {
        Description = "How many at most, the newest first",
        DefaultValueFactory = static _ => new RunQueueItemFilter().Limit,
        HelpName = "JOBS",
    };
    private readonly WordOption<ListFormat> _format = new("--format", "What to print", ListFormat.Text);

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public JobsCommand(ToolConsole console)
        : base(console, "jobs", "List jobs, the newest first.") => AddOptions(_queue, _state, _limit, _format);

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new() { ExitCodes = Codes, Examples = ["launch jobs", "launch jobs --queue gpu-workstation --state running --format json"] };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, IRunQueueBackend backend, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_queue) is { } name)
        {
            await QueueNames.GetAsync(backend, name, cancellationToken).ConfigureAwait(false);
        }

        var filter = new RunQueueItemFilter
        {
            Queue = arguments.GetValue(_queue),
            States = _state.Read(arguments) is { } wanted ? [wanted] : [],
            Limit = Math.Max(1, arguments.GetValue(_limit)),
        };
        var jobs = await backend.ListItemsAsync(filter, cancellationToken).ConfigureAwait(false);
        var text = _format.Read(arguments) == ListFormat.Json ? JobText.ToJson(jobs) : JobText.ToTable(jobs);
        await Console.Out.WriteAsync(text).ConfigureAwait(false);
        return ExitCodes.Success;
    }
}
