using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Cancel;

/// <summary><c>launch cancel JOB...</c></summary>
internal sealed class CancelCommand : BackendCommand
{
    private readonly Argument<string[]> _jobs = new("JOB")
    {
        Description = "Ids that launch submit and launch jobs print",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<bool> _force = new("--force") { Description = "End the job at once, without its agent" };

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public CancelCommand(ToolConsole console)
        : base(console, "cancel", "Ask for the end of jobs: one that waits never starts, one that runs is stopped by its agent.")
    {
        Add(_jobs);
        AddOptions(_force);
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            Sections =
            [
                HelpSection.Of(
                    "An agent that does not come back",
                    "With --force the job ends at once, without its agent.",
                    "Its container may still run: the agent stops and removes it when it is back."
                ),
            ],
            ExitCodes = Codes,
            Examples = ["launch cancel 0a1b2c3d", "launch cancel --force 0a1b2c3d"],
        };

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, IRunQueueBackend backend, CancellationToken cancellationToken) =>
        ForEachAsync(
            arguments.GetRequiredValue(_jobs),
            job => arguments.GetValue(_force) ? KillAsync(backend, job, cancellationToken) : StopAsync(backend, job, cancellationToken)
        );

    private async Task KillAsync(IRunQueueOperations backend, string job, CancellationToken cancellationToken)
    {
        var before = await backend.FindItemAsync(job, cancellationToken).ConfigureAwait(false);
        var after = await backend.KillAsync(job, cancellationToken).ConfigureAwait(false);
        await TakenJob.ReportAsync(Console.Error, before, after).ConfigureAwait(false);
    }

    private async Task StopAsync(IRunQueueSubmissions backend, string job, CancellationToken cancellationToken)
    {
        await backend.RequestStopAsync(job, cancellationToken).ConfigureAwait(false);
        if (await backend.FindItemAsync(job, cancellationToken).ConfigureAwait(false) is { AgentIsSilent: true } silent)
        {
            await Console
                .Error.WriteLineAsync(
                    $"job {job}: it ends when agent {silent.Agent}, which is silent, is back; launch cancel --force {job} ends it without"
                )
                .ConfigureAwait(false);
        }
    }
}
