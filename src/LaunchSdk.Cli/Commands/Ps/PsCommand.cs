using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Commands.Ps;

/// <summary><c>launch ps</c></summary>
internal sealed class PsCommand : EngineCommand
{
    private static readonly string[] Header = ["CONTAINER", "NAME", "IMAGE", "STATUS", "RUN"];

    private readonly WordOption<ListFormat> _format = new("--format", "What to print", ListFormat.Text);

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public PsCommand(ToolConsole console)
        : base(console, "ps", "List LaunchSdk's containers, ended ones too.") => Add(_format);

    /// <inheritdoc/>
    public override CommandHelp Help => new() { ExitCodes = Codes, Examples = ["launch ps", "launch ps --format json"] };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, ContainerCatalog catalog, CancellationToken cancellationToken)
    {
        var containers = await catalog.ListAsync(cancellationToken).ConfigureAwait(false);
        var text = _format.Read(arguments) == ListFormat.Json ? JsonList.Render(containers, Write) : ToText(containers);
        await Console.Out.WriteAsync(text).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private static string ToText(IReadOnlyList<ManagedContainer> containers) =>
        TextTable.Render(
            Header,
            containers.Select(static container =>
                (string[])[container.Id[..12], container.Name, container.Image, container.Status, container.RunId]
            )
        );

    private static void Write(Utf8JsonWriter json, ManagedContainer container)
    {
        json.WriteString("id", container.Id);
        json.WriteString("name", container.Name);
        json.WriteString("image", container.Image);
        json.WriteString("state", container.State);
        json.WriteString("created", container.CreatedAt.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("run", container.RunId);
        json.WriteString("owner", container.Owner?.ToString());
    }
}
