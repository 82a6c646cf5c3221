using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Requeue;

/// <summary><c>launch requeue JOB...</c></summary>
internal sealed class RequeueCommand : BackendCommand
{
    private readonly Argument<string[]> _jobs = new("JOB") { Description = "Ids that launch jobs prints", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _force = new("--force") { Description = "Also from an agent that is not silent" };

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public RequeueCommand(ToolConsole console)
        : base(console, "requeue", "Requeue jobs whose agent is gone: another agent runs them, from the beginning.")
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
                    "The old container",
                    "It may still run where the agent was, so both may work on the same files for a while.",
                    "The agent stops and removes it when it is back.",
                    "A job whose agent is not silent (launch jobs shows it) needs --force; its container is stopped at once."
                ),
            ],
            ExitCodes = Codes,
            Examples = ["launch jobs --state running", "launch requeue 0a1b2c3d"],
        };

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, IRunQueueBackend backend, CancellationToken cancellationToken)
    {
        var takeover = arguments.GetValue(_force) ? RunQueueTakeover.FromAnyAgent : RunQueueTakeover.FromSilentAgent;
        return ForEachAsync(
            arguments.GetRequiredValue(_jobs),
            async job =>
            {
                var before = await backend.FindItemAsync(job, cancellationToken).ConfigureAwait(false);
                var item = await backend.RequeueAsync(job, takeover, cancellationToken).ConfigureAwait(false);
                await TakenJob.ReportAsync(Console.Error, before, item).ConfigureAwait(false);
                return item.Id;
            }
        );
    }
}
