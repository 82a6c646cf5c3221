using System.CommandLine;
using LaunchSdk.Cli.Failures;

namespace LaunchSdk.Cli.Tool;

/// <summary>A command of the tool, with everything that its help and its documentation say.</summary>
/// <param name="console">The tool's input and output.</param>
/// <param name="name">Its name, the last word of <c>launch queue create</c>.</param>
/// <param name="summary">One line for the list of commands.</param>
internal abstract class ToolCommand(ToolConsole console, string name, string summary) : Command(name, summary)
{
    /// <summary>The help below the options.</summary>
    public abstract CommandHelp Help { get; }

    /// <summary>The exit code where its command line is not understood, its input cannot be used, or what it asks is impossible.</summary>
    public virtual int RefusedCode => ExitCodes.ConfigurationError;

    /// <summary>The tool's input and output.</summary>
    protected ToolConsole Console { get; } = console;
}
