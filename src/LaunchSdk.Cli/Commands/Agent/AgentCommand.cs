using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary><c>launch agent</c></summary>
internal sealed class AgentCommand : RunnableCommand
{
    private readonly AgentCommandOptions _options = new();
    private readonly Option<bool> _print = new("--print-config") { Description = "Print each setting with its value and origin, and exit" };

    /// <summary>The command with its own command.</summary>
    /// <param name="console">Input and output.</param>
    public AgentCommand(ToolConsole console)
        : base(console, "agent", "Take jobs from queues and run their containers.")
    {
        _options.AddTo(this);
        Add(_print);
        Add(new AgentInstallCommand(console));
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            Sections =
            [
                new(
                    "Signals",
                    [
                        new("Ctrl-C or SIGTERM", "takes no more jobs, and ends after the last one that it has"),
                        new("a second one", "stops its jobs: stop signal, after --stopped-run-timeout a kill"),
                        new(
                            "a third one, or SIGHUP",
                            "detaches: ends at once, the containers go on, and the next agent of this name takes them over"
                        ),
                    ]
                ),
            ],
            ExitCodes =
            [
                new(ExitCodes.Success, "ended as asked"),
                new(ExitCodes.ConfigurationError, "the settings have errors"),
                new(ExitCodes.EngineError, "the agent cannot work"),
            ],
            Examples =
            [
                "launch agent --queue gpu-workstation",
                "launch agent -q gpu-workstation -q small -j 4 --log-file agent.log",
                "launch agent --print-config",
                "launch agent -q small --once",
            ],
        };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (_options.Read(arguments, Console) is not { } settings)
        {
            return ExitCodes.ConfigurationError;
        }

        if (arguments.GetValue(_print))
        {
            await Console.Out.WriteAsync(settings.ToString()).ConfigureAwait(false);
            return ExitCodes.Success;
        }

        var session = _options.ReadSession(arguments, Console, settings);
        return await AgentSession.RunAsync(Console, settings, session, cancellationToken).ConfigureAwait(false);
    }
}
