using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Jobs;

/// <summary><c>launch jobs</c></summary>
internal static class JobsCommand
{
    public static Command Create(ToolConsole console)
    {
        var queue = new Option<string?>("--queue", "-q") { Description = "Only this queue's jobs", HelpName = "QUEUE" };
        var state = new WordOption<RunQueueItemState>("--state", "Only jobs in this state", null);
        var limit = new Option<int>("--limit", "-n")
        {
            Description = "How many at most, the newest first",
            DefaultValueFactory = _ => new RunQueueItemFilter().Limit,
            HelpName = "JOBS",
        };
        var format = new WordOption<ListFormat>("--format", "What to print", ListFormat.Text);
        var command = new Command("jobs", HelpText.Jobs.Summary) { queue, state.Option, limit, format.Option };
        BackendCommand.SetAction(
            command,
            console,
            async (arguments, backend, cancellationToken) =>
            {
                var name = arguments.GetValue(queue);
                if (name is not null && await backend.FindQueueAsync(name, cancellationToken).ConfigureAwait(false) is null)
                {
                    throw await QueueNames.MissingAsync(backend, name, cancellationToken).ConfigureAwait(false);
                }

                var filter = new RunQueueItemFilter
                {
                    Queue = name,
                    States = state.Read(arguments) is { } wanted ? [wanted] : [],
                    Limit = Math.Max(1, arguments.GetValue(limit)),
                };
                var jobs = await backend.ListItemsAsync(filter, cancellationToken).ConfigureAwait(false);
                await console
                    .Out.WriteAsync(format.Read(arguments) == ListFormat.Json ? JobText.ToJson(jobs) : JobText.ToTable(jobs))
                    .ConfigureAwait(false);
                return ExitCodes.Success;
            }
        );
        return command;
    }
}
