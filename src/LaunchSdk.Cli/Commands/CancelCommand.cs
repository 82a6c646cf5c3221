using System.CommandLine;
using LaunchSdk.Cli.Queues;

namespace LaunchSdk.Cli.Commands;

/// <summary><c>launch cancel JOB...</c></summary>
internal static class CancelCommand
{
    public static Command Create(ToolConsole console)
    {
        var jobs = new Argument<string[]>("JOB") { Description = "Ids that launch submit and launch jobs print", Arity = ArgumentArity.OneOrMore };
        var command = new Command("cancel", HelpText.Cancel.Summary) { jobs };
        BackendCommand.SetAction(command, console, (arguments, backend, cancellationToken) => BackendCommand.ForEachAsync(
            console, arguments.GetRequiredValue(jobs), job => backend.RequestStopAsync(job, cancellationToken)));
        return command;
    }
}
