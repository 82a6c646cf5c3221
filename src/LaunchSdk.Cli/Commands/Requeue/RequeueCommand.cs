using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Requeue;

/// <summary><c>launch requeue JOB...</c></summary>
internal static class RequeueCommand
{
    public static Command Create(ToolConsole console)
    {
        var jobs = new Argument<string[]>("JOB") { Description = "Ids that launch jobs prints", Arity = ArgumentArity.OneOrMore };
        var force = new Option<bool>("--force") { Description = "Also from an agent that is not silent" };
        var command = new Command("requeue", HelpText.Requeue.Summary) { jobs, force };
        BackendCommand.SetAction(
            command,
            console,
            (arguments, backend, cancellationToken) =>
            {
                var takeover = arguments.GetValue(force) ? RunQueueTakeover.FromAnyAgent : RunQueueTakeover.FromSilentAgent;
                return BackendCommand.ForEachAsync(
                    console,
                    arguments.GetRequiredValue(jobs),
                    async job =>
                    {
                        var before = await backend.FindItemAsync(job, cancellationToken).ConfigureAwait(false);
                        var item = await backend.RequeueAsync(job, takeover, cancellationToken).ConfigureAwait(false);
                        await TakenJob.TellAsync(console, before, item).ConfigureAwait(false);
                        return item.Id;
                    }
                );
            }
        );
        return command;
    }
}
