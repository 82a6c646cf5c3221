using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Commands;
using LaunchSdk.Shells;

namespace LaunchSdk.Cli.Commands.Explain;

/// <summary><c>launch explain FILE --image IMAGE</c></summary>
internal static class ExplainCommand
{
    public static Command Create(ToolConsole console)
    {
        var input = new CommandInput();
        var command = new Command("explain", HelpText.Explain.Summary);
        input.AddTo(command);
        command.SetAction(arguments =>
        {
            if (input.CreateCommand(arguments, console) is not { } rendered)
            {
                return ExitCodes.ConfigurationError;
            }

            foreach (var line in Lines(rendered.Request, rendered.Command))
            {
                console.Out.WriteLine(line);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static IEnumerable<string> Lines(DockerRunRequest request, DockerRunCommand command)
    {
        var rows = OptionExplanation
            .Explain(request, command)
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
