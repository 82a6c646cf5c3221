using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli;

/// <summary>The tool: its commands, and one run of it.</summary>
internal static class LaunchTool
{
    // An argument that starts with @ is the user's own, such as a template variable's value: it never names a file of further arguments.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    /// <summary>Parses the arguments and runs the command they name.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Input and output.</param>
    /// <param name="cancellationToken">A token that cancels the command.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, ToolConsole console, CancellationToken cancellationToken = default)
    {
        var parsed = CreateRoot(console).Parse(OptionWords.Resolve(arguments), Parser);
        var command = parsed.CommandResult.Command;
        var refused = (command as ToolCommand)?.RefusedCode ?? ExitCodes.ConfigurationError;
        if (parsed.Action is not { ClearsParseErrors: true } && UsageErrors.Find(parsed) is { Count: > 0 } errors)
        {
            var usage = new Failure([.. errors, $"{UsageErrors.FullName(command)} --help shows what it takes"], refused);
            return await usage.ReportAsync(console.Error).ConfigureAwait(false);
        }

        var invocation = new InvocationConfiguration
        {
            Output = PrintableWriter.Below(console.Out),
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Failure.Find(exception, refused) is { } failure)
        {
            return await failure.ReportAsync(console.Error).ConfigureAwait(false);
        }
    }

    /// <summary>All commands.</summary>
    /// <param name="console">Input and output.</param>
    /// <returns>The root command.</returns>
    public static RootCommand CreateRoot(ToolConsole console)
    {
        var root = new RootCommand("Typed W&B Launch docker queues: check, render and run them.");
        foreach (var command in ToolCommands.Create(console))
        {
            root.Subcommands.Add(command);
        }

        DetailedHelp.AddTo(root);
        return root;
    }
}
