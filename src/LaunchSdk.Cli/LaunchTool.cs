using System.CommandLine;
using LaunchSdk.Cli.Commands;
using LaunchSdk.Cli.Input;

namespace LaunchSdk.Cli;

/// <summary>The tool: its commands, and one run of it.</summary>
internal static class LaunchTool
{
    /// <summary>Parses the arguments and runs the command they name.</summary>
    public static async Task<int> RunAsync(string[] arguments, ToolConsole console, CancellationToken cancellationToken = default)
    {
        var root = CreateRoot(console);
        var invocation = new InvocationConfiguration
        {
            Output = console.Out,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await root.Parse(arguments).InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (InputException failure)
        {
            await console.Error.WriteLineAsync($"launch: {failure.Message}").ConfigureAwait(false);
            return ExitCodes.ConfigurationError;
        }
    }

    private static RootCommand CreateRoot(ToolConsole console)
    {
        var root = new RootCommand(HelpText.Root)
        {
            InitCommand.Create(console),
            ValidateCommand.Create(console),
            RenderCommand.Create(console),
            ExplainCommand.Create(console),
            RunCommand.Create(console),
        };
        return root;
    }
}
