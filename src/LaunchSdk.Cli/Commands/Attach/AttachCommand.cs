using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Cli.Commands.Attach;

/// <summary><c>launch attach CONTAINER</c></summary>
internal sealed class AttachCommand : EngineCommand
{
    private readonly Argument<string> _container = ContainerArgument.One();
    private readonly Option<bool> _noInput = new("--no-stdin") { Description = "Leave the container's standard input alone" };

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public AttachCommand(ToolConsole console)
        : base(console, "attach", "Follow a container from the beginning of its output to its end; standard input and signals go to it.")
    {
        Add(_container);
        Add(_noInput);
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            ExitCodes =
            [
                new("the container's", "it has ended"),
                new(ExitCodes.EngineError, "the engine failed, or LaunchSdk has no such container there"),
            ],
            Examples = ["launch attach my-job"],
        };

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, ContainerCatalog catalog, CancellationToken cancellationToken)
    {
        var input = arguments.GetValue(_noInput) ? null : Console.ContainerInput();
        var name = arguments.GetRequiredValue(_container);
        return OutputWatch.RunAsync(
            [Console.RawOut, Console.RawError],
            $"the container {name} goes on",
            token => ContainerExit.ReportAsync(Console.Error, AttachAsync(catalog, name, input, token)),
            cancellationToken
        );
    }

    private async Task<ContainerResult> AttachAsync(
        ContainerCatalog catalog,
        string container,
        Stream? input,
        CancellationToken cancellationToken
    )
    {
        // The container writes before it is known to be attached.
        using var signals = SignalForwarding.Start(Console);
        signals.Create(container);
        var options = new AdoptOptions { Output = new StreamContainerOutput(Console.RawOut, Console.RawError), Input = input };
        var adopted = await catalog.AdoptAsync(container, options, cancellationToken).ConfigureAwait(false);
        await using var handle = adopted.ConfigureAwait(false);
        using var terminal = adopted.HasTerminal && input is not null && Console.InputIsTerminal ? RawTerminal.Start(adopted) : null;
        signals.Take(adopted, isWanted: true);
        return await adopted.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
