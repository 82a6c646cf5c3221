using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Queues;

/// <summary>What the commands of queues and jobs share: the backend, and its failures as messages.</summary>
internal static class BackendCommand
{
    /// <summary>Gives a command its backend options and what it does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="console">Input and output.</param>
    /// <param name="action">What it does with the backend; returns the exit code.</param>
    /// <param name="refused">The exit code of a request that cannot be.</param>
    public static void SetAction(
        Command command,
        ToolConsole console,
        Func<ParseResult, IRunQueueBackend, CancellationToken, Task<int>> action,
        int refused = ExitCodes.ConfigurationError
    )
    {
        var options = new BackendOptions();
        options.AddTo(command);
        command.SetAction(
            (arguments, cancellationToken) =>
                RunAsync(
                    console,
                    async () =>
                    {
                        var backend = await console.OpenBackend(options.Read(arguments, console), cancellationToken).ConfigureAwait(false);
                        await using var disposal = backend.ConfigureAwait(false);
                        return await action(arguments, backend, cancellationToken).ConfigureAwait(false);
                    },
                    refused
                )
        );
    }

    /// <summary>Does something with each name, and goes on with the next where one fails.</summary>
    public static Task<int> ForEachAsync(ToolConsole console, IEnumerable<string> names, Func<string, Task> action) =>
        ForEachAsync(
            console,
            names,
            async name =>
            {
                await action(name).ConfigureAwait(false);
                return name;
            }
        );

    /// <summary>The same, where what is done gives the name to print.</summary>
    public static async Task<int> ForEachAsync(ToolConsole console, IEnumerable<string> names, Func<string, Task<string>> action)
    {
        var code = ExitCodes.Success;
        var output = new LateFailure();
        foreach (var name in names)
        {
            var one = await RunAsync(
                    console,
                    async () =>
                    {
                        await output.WriteLineAsync(console.Out, await action(name).ConfigureAwait(false)).ConfigureAwait(false);
                        return ExitCodes.Success;
                    }
                )
                .ConfigureAwait(false);
            code = Math.Max(code, one);
        }

        output.ThrowIfFailed();
        return code;
    }

    /// <summary>Runs something; a failure of the backend is told on stderr and becomes an exit code: 1 (or another) where the request cannot be, 125 where the backend is gone or denies.</summary>
    public static async Task<int> RunAsync(ToolConsole console, Func<Task<int>> action, int refused = ExitCodes.ConfigurationError)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (RunQueueException failure)
        {
            await ReportAsync(console, failure).ConfigureAwait(false);
            return failure is RunQueueNotFoundException or RunQueueRefusedException ? refused : ExitCodes.EngineError;
        }
    }

    private static async Task ReportAsync(ToolConsole console, RunQueueException failure)
    {
        await console.Error.WriteLineAsync($"launch: {failure.Message}").ConfigureAwait(false);
        foreach (var error in failure is RunQueueRefusedException { Errors.Count: > 1 } refused ? refused.Errors : [])
        {
            await console.Error.WriteLineAsync($"launch:   {error}").ConfigureAwait(false);
        }
    }
}
