using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Commands.Prune;

/// <summary><c>launch prune</c></summary>
internal sealed class PruneCommand : EngineCommand
{
    private readonly Option<TimeSpan?> _age = ValueOption.Duration(
        "--older-than",
        "Only containers that were created this long ago; a minute unless given"
    );
    private readonly Option<bool> _orphans = new("--orphans")
    {
        Description = "Also containers that still run, where the process on this machine that started them is gone",
    };

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public PruneCommand(ToolConsole console)
        : base(console, "prune", "Remove LaunchSdk's ended containers; never anybody else's.")
    {
        Add(_age);
        Add(_orphans);
    }

    /// <inheritdoc/>
    public override CommandHelp Help => new() { ExitCodes = Codes, Examples = ["launch prune", "launch prune --older-than 24h --orphans"] };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, ContainerCatalog catalog, CancellationToken cancellationToken)
    {
        var options = new PruneOptions { RunningOrphans = arguments.GetValue(_orphans) };
        options = arguments.GetValue(_age) is { } oldest ? options with { MinimumAge = oldest } : options;
        foreach (var container in await catalog.PruneAsync(options, cancellationToken).ConfigureAwait(false))
        {
            await Console.Out.WriteLineAsync(container.Id).ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }
}
