using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Submitting;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Submit;

/// <summary><c>launch submit [SOURCE] --queue QUEUE</c></summary>
internal sealed class SubmitCommand : BackendCommand
{
    private readonly SubmitInput _input = new();
    private readonly Option<string> _queue = new("--queue", "-q")
    {
        Description = "The queue's name",
        Required = true,
        HelpName = "QUEUE",
    };
    private readonly Option<bool> _wait = new("--wait")
    {
        Description = "Print what the job writes until its end, and exit with its container's code; its states and its build go to stderr",
    };
    private readonly WordOption<ListFormat> _format = new(
        "--format",
        "What to print of the job; json with --wait prints it at its end, and its output goes to stderr",
        ListFormat.Text
    );

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public SubmitCommand(ToolConsole console)
        : base(console, "submit", "Put a job on a queue and print its id.")
    {
        Add(_input.Words);
        AddOptions(_queue);
        AddOptions(_input.Options);
        AddOptions(_wait, _format);
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            Forms =
            [
                new("launch submit --queue QUEUE --image IMAGE [options] [-- ARGUMENT...]", "runs an image"),
                new("launch submit SOURCE --queue QUEUE [options] [-- ARGUMENT...]", "builds the image of a source and runs it"),
                new("launch submit --job FILE --queue QUEUE [options] [-- ARGUMENT...]", "runs a job file, which the other options change"),
            ],
            Sections = [HelpSection.Of("The program's arguments", "Everything after --, unchanged, after those of --args.")],
            ExitCodes =
            [
                new(ExitCodes.Success, "submitted"),
                new("the container's", "with --wait"),
                new(
                    ExitCodes.EngineError,
                    "nothing was submitted; or, with --wait, the job ended without a container's code: refused, not built, stopped"
                ),
                new(ExitCodes.Interrupted, "Ctrl-C ended the wait; the job goes on"),
            ],
            Examples =
            [
                "launch submit --image pytorch/pytorch --queue gpu-workstation --entry-point python train.py -- --epochs 10",
                "launch submit --job job.yaml --queue gpu-workstation --set-var memory=16g --priority high --wait",
            ],
        };

    /// <inheritdoc/>
    public override int RefusedCode => ExitCodes.EngineError;

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, IRunQueueBackend backend, CancellationToken cancellationToken)
    {
        var queue = await QueueNames.GetAsync(backend, arguments.GetRequiredValue(_queue), cancellationToken).ConfigureAwait(false);
        if (_input.Read(arguments, Console, queue.Definition) is not { } job)
        {
            return RefusedCode;
        }

        var submitted = await JobClient.Create(Console, backend).SubmitAsync(queue, job, cancellationToken).ConfigureAwait(false);
        var isJson = _format.Read(arguments) == ListFormat.Json;
        return arguments.GetValue(_wait)
            ? await WaitAsync(submitted, isJson, cancellationToken).ConfigureAwait(false)
            : await PrintAsync(submitted, isJson, cancellationToken).ConfigureAwait(false);
    }

    private Task<int> PrintAsync(SubmittedJob job, bool isJson, CancellationToken cancellationToken) =>
        OutputWatch.RunAsync(
            [],
            $"the job {job.Id} is on its queue",
            async _ =>
            {
                await Console.Out.WriteAsync(isJson ? JobText.ToJson(job.Item) : $"{job.Id}\n").ConfigureAwait(false);
                return ExitCodes.Success;
            },
            cancellationToken
        );

    private async Task<int> WaitAsync(SubmittedJob job, bool isJson, CancellationToken cancellationToken)
    {
        using var streams = JobStreams.Open(Console);
        var output = isJson ? streams.Error : streams.Out;
        var ended = await JobWait.RunAsync(Console, job, streams, output, cancellationToken).ConfigureAwait(false);
        if (isJson && ended is not null)
        {
            await Console.Out.WriteAsync(JobText.ToJson(ended)).ConfigureAwait(false);
        }

        return ended is null ? ExitCodes.Interrupted : JobWait.ExitCode(ended.Outcome!);
    }
}
