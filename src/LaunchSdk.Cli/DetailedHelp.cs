using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli;

/// <summary>The usual help of a command, then its exit codes and examples, which the list of commands has no room for.</summary>
internal sealed class DetailedHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly CommandHelp Root = new()
    {
        Examples =
        [
            "launch validate queues/*.yaml",
            "launch render queue.yaml --image pytorch/pytorch -- python train.py",
            "launch run queue.yaml --image pytorch/pytorch -- python train.py",
        ],
    };

    /// <summary>Makes <c>--help</c> of a root command and of all below it print the details.</summary>
    /// <param name="root">The root command.</param>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new DetailedHelp((HelpAction)option.Action!);
    }

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        var help = parseResult.CommandResult.Command is ToolCommand command ? command.Help : Root;
        parseResult.InvocationConfiguration.Output.Write(help.ToString());
        return exitCode;
    }
}
