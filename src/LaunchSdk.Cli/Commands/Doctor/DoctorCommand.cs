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
internal sealed class DoctorCommand : RunnableCommand
{
    private readonly WordOption<ListFormat> _format = new("--format", "What to print", ListFormat.Text);
    private readonly Option<string?> _config = new("--launch-config")
    {
        Description = "The agent's configuration; ~/.config/wandb/launch-config.yaml, if it exists, unless given",
        HelpName = "FILE",
    };

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public DoctorCommand(ToolConsole console)
        : base(
            console,
            "doctor",
            "Check what runs need: docker's and the agent's configuration, credentials, the engine, its version, GPUs, disk."
        )
    {
        Add(_format);
        Add(_config);
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            ExitCodes =
            [
                new(ExitCodes.Success, "runs will work; warnings are for what only some runs need"),
                new(ExitCodes.ConfigurationError, "a check failed; the line below it says what to do"),
            ],
            Examples = ["launch doctor", "launch doctor --format json"],
        };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var checks = new List<EngineCheck> { AgentConfigCheck.Run(Console, arguments.GetValue(_config)) };
        checks.AddRange(await EngineDoctor.ExamineAsync(EngineConnection.Options(Console), cancellationToken).ConfigureAwait(false));
        var text = _format.Read(arguments) == ListFormat.Json ? JsonList.Render(checks, Write) : ToText(checks);
        await Console.Out.WriteAsync(text).ConfigureAwait(false);
        return checks.Exists(static check => check.Outcome == CheckOutcome.Failed) ? ExitCodes.ConfigurationError : ExitCodes.Success;
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

    private static void Write(Utf8JsonWriter json, EngineCheck check)
    {
        json.WriteString("name", check.Name);
        json.WriteString("outcome", Word(check.Outcome));
        json.WriteString("detail", check.Detail);
        json.WriteString("fix", check.Fix);
    }

    private static string Word(CheckOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
