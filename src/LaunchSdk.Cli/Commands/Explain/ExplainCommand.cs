using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Commands;
using LaunchSdk.Shells;

namespace LaunchSdk.Cli.Commands.Explain;

/// <summary><c>launch explain FILE --image IMAGE</c></summary>
internal sealed class ExplainCommand : RunnableCommand
{
    private readonly CommandInput _input = new();

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public ExplainCommand(ToolConsole console)
        : base(console, "explain", "Show which file and line set each docker run option.") => _input.AddTo(this);

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            Sections = [CommandInput.CommandSection],
            ExitCodes =
            [
                new(ExitCodes.Success, "explained"),
                new(ExitCodes.ConfigurationError, "problems, which are on stderr; nothing is on stdout"),
            ],
            Examples = ["launch explain queue.yaml --image busybox --override job.yaml"],
        };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (_input.CreateCommand(arguments, Console) is not { } command)
        {
            return ExitCodes.ConfigurationError;
        }

        foreach (var line in Lines(command))
        {
            await Console.Out.WriteLineAsync(line).ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }

    private static IEnumerable<string> Lines(DockerRunCommand command)
    {
        var rows = OptionExplanation
            .Explain(command.Run)
            .Select(explanation => (Option: ShellLine.Of(explanation.Arguments, ShellSyntax.Posix), Origin: Origin(explanation)))
            .Append((Option: command.Image.Text, Origin: "image"))
            .ToList();
        if (command.Command.Count > 0)
        {
            rows.Add((ShellLine.Of(command.Command, ShellSyntax.Posix), "command"));
        }

        var width = Math.Min(60, rows.Max(row => row.Option.Length));
        return rows.Select(row => $"{row.Option.PadRight(width)}  {row.Origin}");
    }

    private static string Origin(OptionExplanation explanation)
    {
        var replaces = explanation.Replaces is { } place ? $", replaces {place}" : "";
        var template = explanation.Template is { } text ? $", from {text}" : "";
        return $"{explanation.Layer} {explanation.Place}{replaces}{template}";
    }
}
