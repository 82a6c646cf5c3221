using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LaunchSdk.Cli;

/// <summary>The usual help of a command, then its exit codes and examples, which the list of commands has no room for.</summary>
internal sealed class DetailedHelp(HelpAction usual, IReadOnlyDictionary<Command, HelpText> texts) : SynchronousCommandLineAction
{
    /// <summary>Makes <c>--help</c> of a root command and of all below it print the details.</summary>
    public static void AddTo(RootCommand root, IReadOnlyDictionary<Command, HelpText> texts)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new DetailedHelp((HelpAction)option.Action!, texts);
    }

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        if (texts.TryGetValue(parseResult.CommandResult.Command, out var text))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(text.Details.ReplaceLineEndings("\n"));
        }

        return exitCode;
    }
}
