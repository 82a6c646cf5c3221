using System.CommandLine;
using System.Text;
using System.Text.Json;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Diagnostics;

namespace LaunchSdk.Cli.Commands.Doctor;

/// <summary><c>launch doctor</c></summary>
internal static class DoctorCommand
{
    public static Command Create(ToolConsole console)
    {
        var format = new WordOption<ListFormat>("--format", "What to print", ListFormat.Text);
        var config = new Option<string?>("--launch-config")
        {
            Description = "The agent's configuration; ~/.config/wandb/launch-config.yaml where it is there",
            HelpName = "FILE",
        };
        var command = new Command("doctor", HelpText.Doctor.Summary) { format.Option, config };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                var checks = new List<EngineCheck> { AgentConfigCheck.Run(console, arguments.GetValue(config)) };
                checks.AddRange(await EngineDoctor.ExamineAsync(EngineCommand.Options(console), cancellationToken).ConfigureAwait(false));
                console.Out.Write(format.Read(arguments) == ListFormat.Json ? ToJson(checks) : ToText(checks));
                return checks.Any(static check => check.Outcome == CheckOutcome.Failed) ? ExitCodes.ConfigurationError : ExitCodes.Success;
            }
        );
        return command;
    }

    private static string ToText(IReadOnlyList<EngineCheck> checks)
    {
        var text = new StringBuilder();
        foreach (var check in checks)
        {
            text.Append(Word(check.Outcome).PadRight(8)).Append(check.Name).Append(": ").Append(check.Detail).Append('\n');
            if (check.Fix is not null)
            {
                text.Append(' ', 8).Append(check.Fix).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string ToJson(IReadOnlyList<EngineCheck> checks)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonProblems.Options))
        {
            json.WriteStartArray();
            foreach (var check in checks)
            {
                json.WriteStartObject();
                json.WriteString("name", check.Name);
                json.WriteString("outcome", Word(check.Outcome));
                json.WriteString("detail", check.Detail);
                json.WriteString("fix", check.Fix);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static string Word(CheckOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
