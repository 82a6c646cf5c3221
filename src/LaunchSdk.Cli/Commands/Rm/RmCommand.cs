using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Commands.Rm;

/// <summary><c>launch rm CONTAINER...</c></summary>
internal sealed class RmCommand : EngineCommand
{
    private readonly Argument<string[]> _containers = ContainerArgument.Several();
    private readonly Option<bool> _force = new("--force", "-f") { Description = "Also kill and remove a container that still runs" };

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public RmCommand(ToolConsole console)
        : base(console, "rm", "Remove containers with their anonymous volumes.")
    {
        Add(_containers);
        Add(_force);
    }

    /// <inheritdoc/>
    public override CommandHelp Help => new() { ExitCodes = Codes, Examples = ["launch rm my-job", "launch rm --force my-job"] };

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, ContainerCatalog catalog, CancellationToken cancellationToken) =>
        ForEachAsync(
            arguments.GetRequiredValue(_containers),
            container =>
                arguments.GetValue(_force)
                    ? catalog.RemoveAsync(container, cancellationToken)
                    : RemoveEndedAsync(catalog, container, cancellationToken)
        );

    private static async Task RemoveEndedAsync(ContainerCatalog catalog, string container, CancellationToken cancellationToken)
    {
        if (!await catalog.TryRemoveAsync(container, cancellationToken).ConfigureAwait(false))
        {
            var state = (await catalog.GetAsync(container, cancellationToken).ConfigureAwait(false)).State;
            const string Advice = "Stop it first (`launch stop`), or use --force";
            throw new DockerEngineException($"removing the container '{container}'", $"it is {state}", Advice);
        }
    }
}
