using System.CommandLine;
using LaunchSdk.Cli.Backends;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Cli.Commands.Logs;

/// <summary><c>launch logs JOB|CONTAINER</c></summary>
internal sealed class LogsCommand : RunnableCommand
{
    private readonly Argument<string> _name = new("JOB|CONTAINER")
    {
        Description = "A job's id; or a container's name, run id, or id or the beginning of it",
    };
    private readonly Option<bool> _follow = new("--follow", "-f") { Description = "Go on until the job or container ends" };
    private readonly Option<int?> _tail = new("--tail", "-n") { Description = "Only the last lines", HelpName = "LINES" };
    private readonly Option<bool> _timestamps = new("--timestamps")
    {
        Description = "Each line's time before it; a job's container must still be there",
    };
    private readonly Option<bool> _raw = new("--raw") { Description = "A job's bytes as they are, also on a terminal" };
    private readonly BackendOptions _backend = new();

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public LogsCommand(ToolConsole console)
        : base(console, "logs", "Print what a job or a container has written.")
    {
        Add(_name);
        Add(_follow);
        Add(_tail);
        Add(_timestamps);
        Add(_raw);
        _backend.AddTo(this);
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            Sections =
            [
                HelpSection.Of(
                    "A job's output",
                    "It comes from the job's container, else from the log of an agent on this machine, else from its agent's last report.",
                    "What the build of its image wrote on this machine comes first, on the error output.",
                    "On a terminal a job's output has text and colors only; --raw prints every byte."
                ),
            ],
            ExitCodes =
            [
                new(ExitCodes.Success, "done"),
                new(ExitCodes.ConfigurationError, "LAUNCHSDK_BACKEND or the variables of its backend cannot be used"),
                new(ExitCodes.EngineError, "LaunchSdk has no such job or container, or the engine failed or is gone"),
                new(ExitCodes.Interrupted, "Ctrl-C ended the wait for a job; the job goes on"),
            ],
            Examples = ["launch logs --follow 0a1b2c3d4e5f", "launch logs --follow --tail 100 my-job"],
        };

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var id = arguments.GetRequiredValue(_name);
        var options = new ContainerLogOptions
        {
            Follow = arguments.GetValue(_follow),
            Tail = arguments.GetValue(_tail),
            Timestamps = arguments.GetValue(_timestamps),
        };
        var choice = _backend.Read(arguments, Console);
        var isRaw = arguments.GetValue(_raw);
        return OutputWatch.RunAsync(
            [Console.RawOut, Console.RawError],
            null,
            token => PrintAsync(choice, id, options, isRaw, token),
            cancellationToken
        );
    }

    private async Task<int> PrintAsync(
        BackendChoice choice,
        string id,
        ContainerLogOptions options,
        bool isRaw,
        CancellationToken cancellationToken
    )
    {
        if (await JobLogs.TryPrintAsync(Console, choice, id, options, isRaw, cancellationToken).ConfigureAwait(false) is { } code)
        {
            return code;
        }

        var engine = await EngineConnection.OpenAsync(Console, cancellationToken).ConfigureAwait(false);
        await using var disposal = engine.ConfigureAwait(false);
        var output = new StreamContainerOutput(Console.RawOut, Console.RawError);
        await new ContainerCatalog(engine).ReadLogsAsync(id, output, options, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Success;
    }
}
