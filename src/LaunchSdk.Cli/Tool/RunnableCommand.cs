using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Streams;

namespace LaunchSdk.Cli.Tool;

/// <summary>A command that does something by itself. An exception that <see cref="Failure"/> lists ends it with a message.</summary>
internal abstract class RunnableCommand : ToolCommand
{
    /// <summary>A command, whose arguments and options its class adds.</summary>
    /// <param name="console">The tool's input and output.</param>
    /// <param name="name">Its name.</param>
    /// <param name="summary">One line for the list of commands.</param>
    protected RunnableCommand(ToolConsole console, string name, string summary)
        : base(console, name, summary) => SetAction(RunAsync);

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="cancellationToken">A token that cancels the command.</param>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken);

    /// <summary>Does something with each name, prints the name, and goes on with the next one where one fails.</summary>
    /// <param name="names">The names.</param>
    /// <param name="action">What is done.</param>
    /// <returns>The highest exit code.</returns>
    protected Task<int> ForEachAsync(IEnumerable<string> names, Func<string, Task> action) =>
        ForEachAsync(
            names,
            async name =>
            {
                await action(name).ConfigureAwait(false);
                return name;
            }
        );

    /// <summary>Does something with each name, prints what that returns, and goes on with the next one where one fails.</summary>
    /// <param name="names">The names.</param>
    /// <param name="action">What is done; returns the line to print.</param>
    /// <returns>The highest exit code.</returns>
    protected async Task<int> ForEachAsync(IEnumerable<string> names, Func<string, Task<string>> action)
    {
        var code = ExitCodes.Success;
        var output = new LateFailure();
        foreach (var name in names)
        {
            try
            {
                await output.WriteLineAsync(Console.Out, await action(name).ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (Exception exception) when (Failure.Find(exception, RefusedCode) is { } failure)
            {
                code = Math.Max(code, await failure.ReportAsync(Console.Error).ConfigureAwait(false));
            }
        }

        output.ThrowIfFailed();
        return code;
    }
}
