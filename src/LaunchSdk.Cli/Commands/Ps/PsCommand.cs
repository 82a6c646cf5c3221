using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Commands.Ps;

/// <summary><c>launch ps</c></summary>
internal static class PsCommand
{
    private static readonly string[] Header = ["CONTAINER", "NAME", "IMAGE", "STATUS", "RUN"];

    public static Command Create(ToolConsole console)
    {
        var format = new WordOption<ListFormat>("--format", "What to print", ListFormat.Text);
        var command = new Command("ps", HelpText.Ps.Summary) { format.Option };
        EngineCommand.SetAction(
            command,
            console,
            async (arguments, catalog, cancellationToken) =>
            {
                var containers = await catalog.ListAsync(cancellationToken).ConfigureAwait(false);
                console.Out.Write(format.Read(arguments) == ListFormat.Json ? ToJson(containers) : ToText(containers));
                return ExitCodes.Success;
            }
        );
        return command;
    }

    private static string ToText(IReadOnlyList<ManagedContainer> containers) =>
        TextTable.Render(
            Header,
            containers.Select(static container =>
                (string[])[container.Id[..12], container.Name, container.Image, container.Status, container.RunId]
            )
        );

    private static string ToJson(IReadOnlyList<ManagedContainer> containers)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonProblems.Options))
        {
            json.WriteStartArray();
            foreach (var container in containers)
            {
                json.WriteStartObject();
                json.WriteString("id", container.Id);
                json.WriteString("name", container.Name);
                json.WriteString("image", container.Image);
                json.WriteString("state", container.State);
                json.WriteString("created", container.CreatedAt.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("run", container.RunId);
                json.WriteString("owner", container.Owner?.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
