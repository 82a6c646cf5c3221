using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Commands.Stop;

/// <summary><c>launch stop CONTAINER...</c></summary>
internal sealed class StopCommand : EngineCommand
{
    private readonly Argument<string[]> _containers = ContainerArgument.Several();
    private readonly Option<TimeSpan?> _timeout = ValueOption.Duration(
        "--timeout",
        "Time between the stop signal and the kill; the container's own stop timeout unless given"
    );

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public StopCommand(ToolConsole console)
        : base(console, "stop", "Stop containers: stop signal, stop timeout, kill.")
    {
        Add(_containers);
        Add(_timeout);
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new() { ExitCodes = Codes, Examples = ["launch stop my-job", "launch stop --timeout 1m 0123456789ab"] };

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, ContainerCatalog catalog, CancellationToken cancellationToken) =>
        ForEachAsync(
            arguments.GetRequiredValue(_containers),
            container => catalog.StopAsync(container, arguments.GetValue(_timeout), cancellationToken)
        );
}
