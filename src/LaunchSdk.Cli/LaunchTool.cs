using System.CommandLine;
using LaunchSdk.Cli.Commands;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Streams;

namespace LaunchSdk.Cli;

/// <summary>The tool: its commands, and one run of it.</summary>
internal static class LaunchTool
{
    // An argument that starts with @ is the user's own, such as a template variable's value: it never names a file of further arguments.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    /// <summary>Parses the arguments and runs the command they name.</summary>
    public static async Task<int> RunAsync(string[] arguments, ToolConsole console, CancellationToken cancellationToken = default)
    {
        var parsed = CreateRoot(console).Parse(OptionWords.Resolve(arguments), Parser);
        var failure = parsed.CommandResult.Command.Name is RunCommand.Name or SubmitCommand.Name
            ? ExitCodes.EngineError
            : ExitCodes.ConfigurationError;
        if (parsed.Action is not { ClearsParseErrors: true } && UsageErrors.Find(parsed) is { Count: > 0 } errors)
        {
            await ReportAsync(console, [.. errors, $"{UsageErrors.FullName(parsed.CommandResult.Command)} --help shows what it takes"])
                .ConfigureAwait(false);
            return failure;
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
        catch (InputException input)
        {
            await ReportAsync(console, [input.Message]).ConfigureAwait(false);
            return failure;
        }
        catch (OutputFailedException output)
        {
            await ReportAsync(console, [output.Message]).ConfigureAwait(false);
            return ExitCodes.EngineError;
        }
    }

    /// <summary>All commands.</summary>
    public static RootCommand CreateRoot(ToolConsole console)
    {
        var texts = new Dictionary<Command, HelpText>
        {
            [InitCommand.Create(console)] = HelpText.Init,
            [ValidateCommand.Create(console)] = HelpText.Validate,
            [RulesCommand.Create(console)] = HelpText.Rules,
            [RenderCommand.Create(console)] = HelpText.Render,
            [ExplainCommand.Create(console)] = HelpText.Explain,
            [BuildCommand.Create(console)] = HelpText.Build,
            [RunCommand.Create(console)] = HelpText.Run,
            [PsCommand.Create(console)] = HelpText.Ps,
            [LogsCommand.Create(console)] = HelpText.Logs,
            [AttachCommand.Create(console)] = HelpText.Attach,
            [StopCommand.Create(console)] = HelpText.Stop,
            [RmCommand.Create(console)] = HelpText.Rm,
            [PruneCommand.Create(console)] = HelpText.Prune,
            [DoctorCommand.Create(console)] = HelpText.Doctor,
            [SubmitCommand.Create(console)] = HelpText.Submit,
            [JobsCommand.Create(console)] = HelpText.Jobs,
            [CancelCommand.Create(console)] = HelpText.Cancel,
            [RequeueCommand.Create(console)] = HelpText.Requeue,
        };
        texts.Add(QueueCommand.Create(console, texts), HelpText.Queue);
        texts.Add(AgentCommand.Create(console, texts), HelpText.Agent);
        var root = new RootCommand(HelpText.Root.Summary);
        foreach (var command in texts.Keys.Where(static command => !command.Parents.Any()))
        {
            root.Subcommands.Add(command);
        }

        texts.Add(root, HelpText.Root);
        DetailedHelp.AddTo(root, texts);
        return root;
    }

    private static async Task ReportAsync(ToolConsole console, IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
        {
            await console.Error.WriteLineAsync($"launch: {message}").ConfigureAwait(false);
        }
    }
}
