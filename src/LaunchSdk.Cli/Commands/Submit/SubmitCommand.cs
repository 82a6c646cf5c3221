using System.CommandLine;
using LaunchSdk.Agent.Submitting;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Submit;

/// <summary><c>launch submit [SOURCE] --queue QUEUE</c></summary>
internal static class SubmitCommand
{
    public const string Name = "submit";

    public static Command Create(ToolConsole console)
    {
        var input = new SubmitInput();
        var queue = new Option<string>("--queue", "-q")
        {
            Description = "The queue's name",
            Required = true,
            HelpName = "QUEUE",
        };
        var wait = new Option<bool>("--wait")
        {
            Description = "Print what the job writes until its end, and exit with its container's code",
        };
        var format = new WordOption<ListFormat>("--format", "What to print of the job", ListFormat.Text);
        var command = new Command(Name, HelpText.Submit.Summary) { queue };
        input.AddTo(command);
        command.Options.Add(wait);
        command.Options.Add(format.Option);
        BackendCommand.SetAction(
            command,
            console,
            async (arguments, backend, cancellationToken) =>
            {
                var name = arguments.GetRequiredValue(queue);
                var found =
                    await backend.FindQueueAsync(name, cancellationToken).ConfigureAwait(false)
                    ?? throw await QueueNames.MissingAsync(backend, name, cancellationToken).ConfigureAwait(false);
                if (input.Read(arguments, console, found.Definition) is not { } job)
                {
                    return ExitCodes.EngineError;
                }

                var submitted = await JobClient.Create(console, backend).SubmitAsync(found, job, cancellationToken).ConfigureAwait(false);
                return await TellAsync(
                        console,
                        submitted,
                        arguments.GetValue(wait),
                        format.Read(arguments) == ListFormat.Json,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            },
            refused: ExitCodes.EngineError
        );
        return command;
    }

    private static async Task<int> TellAsync(
        ToolConsole console,
        SubmittedJob job,
        bool isWaitedFor,
        bool isJson,
        CancellationToken cancellationToken
    )
    {
        if (!isWaitedFor)
        {
            return await OutputWatch
                .RunAsync(
                    [],
                    $"the job {job.Id} is on its queue",
                    async _ =>
                    {
                        await console.Out.WriteAsync(isJson ? JobText.ToJson(job.Item) : $"{job.Id}\n").ConfigureAwait(false);
                        return ExitCodes.Success;
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }

        using var streams = JobStreams.Open(console);
        var output = isJson ? streams.Error : streams.Out;
        var ended = await JobWait.RunAsync(console, job, streams, output, cancellationToken).ConfigureAwait(false);
        if (isJson && ended is not null)
        {
            await console.Out.WriteAsync(JobText.ToJson(ended)).ConfigureAwait(false);
        }

        return ended is null ? ExitCodes.Interrupted : JobWait.ExitCode(ended.Outcome!);
    }
}
