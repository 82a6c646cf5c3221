using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Queues;

namespace LaunchSdk.Cli.Commands;

/// <summary><c>launch cancel JOB...</c></summary>
internal static class CancelCommand
{
    public static Command Create(ToolConsole console)
    {
        var jobs = new Argument<string[]>("JOB")
        {
            Description = "Ids that launch submit and launch jobs print",
            Arity = ArgumentArity.OneOrMore,
        };
        var force = new Option<bool>("--force") { Description = "End the job at once, without its agent" };
        var command = new Command("cancel", HelpText.Cancel.Summary) { jobs, force };
        BackendCommand.SetAction(
            command,
            console,
            (arguments, backend, cancellationToken) =>
                BackendCommand.ForEachAsync(
                    console,
                    arguments.GetRequiredValue(jobs),
                    job =>
                        arguments.GetValue(force)
                            ? KillAsync(console, backend, job, cancellationToken)
                            : StopAsync(console, backend, job, cancellationToken)
                )
        );
        return command;
    }

    private static async Task KillAsync(ToolConsole console, IRunQueueOperations backend, string job, CancellationToken cancellationToken)
    {
        var before = await backend.FindItemAsync(job, cancellationToken).ConfigureAwait(false);
        await TakenJob
            .TellAsync(console, before, await backend.KillAsync(job, cancellationToken).ConfigureAwait(false))
            .ConfigureAwait(false);
    }

    private static async Task StopAsync(ToolConsole console, IRunQueueSubmissions backend, string job, CancellationToken cancellationToken)
    {
        await backend.RequestStopAsync(job, cancellationToken).ConfigureAwait(false);
        if (await backend.FindItemAsync(job, cancellationToken).ConfigureAwait(false) is { AgentIsSilent: true } silent)
        {
            await console
                .Error.WriteLineAsync(
                    $"job {job}: it ends when agent {silent.Agent}, which is silent, is back; launch cancel --force {job} ends it without"
                )
                .ConfigureAwait(false);
        }
    }
}
