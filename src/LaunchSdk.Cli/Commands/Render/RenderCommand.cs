using System.CommandLine;
using System.Text;
using System.Text.Json;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Commands;
using LaunchSdk.Docker.Translation;
using LaunchSdk.Shells;

namespace LaunchSdk.Cli.Commands.Render;

/// <summary><c>launch render FILE --image IMAGE</c></summary>
internal static class RenderCommand
{
    public static Command Create(ToolConsole console)
    {
        var input = new CommandInput();
        var format = new WordOption<RenderFormat>("--format", "What to print", RenderFormat.Shell);
        var shell = new WordOption<ShellSyntax>("--shell", "Whose quoting the line has", ShellSyntax.Posix);
        var api = new Option<string>("--api-version")
        {
            Description = "Engine API version of the request",
            DefaultValueFactory = _ => EngineTarget.Newest.ApiVersion,
            HelpName = "VERSION",
        };
        var os = new WordOption<EngineSystem>("--os", "Operating system of the engine", EngineSystem.Linux);
        api.Validators.Add(result =>
        {
            if (result.Tokens is [var version] && !EngineTarget.IsVersion(version.Value))
            {
                result.AddError(
                    $"'{version.Value}' is not an Engine API version: write two numbers and a dot, such as {EngineTarget.Newest.ApiVersion}"
                );
            }
        });
        var command = new Command("render", HelpText.Render.Summary) { format.Option, shell.Option, api, os.Option };
        input.AddTo(command);
        command.SetAction(arguments =>
            input.CreateCommand(arguments, console) is not { } rendered
                ? ExitCodes.ConfigurationError
                : Print(
                    console,
                    rendered.Command,
                    format.Read(arguments)!.Value,
                    shell.Read(arguments)!.Value,
                    new EngineTarget(
                        arguments.GetRequiredValue(api),
                        os.Read(arguments) == EngineSystem.Windows ? EngineTarget.Windows : EngineTarget.Linux
                    )
                )
        );
        return command;
    }

    private static int Print(ToolConsole console, DockerRunCommand command, RenderFormat format, ShellSyntax shell, EngineTarget engine)
    {
        if (format == RenderFormat.Engine)
        {
            var request = CreateRequestTranslator.Translate(command, engine, console.ClientContext());
            console.ReportProblems(request.Problems);
            if (request.HasErrors)
            {
                return ExitCodes.ConfigurationError;
            }

            console.Out.Write(request.Value.ToJson() + "\n");
            return ExitCodes.Success;
        }

        console.Out.Write(
            (
                format == RenderFormat.Argv
                    ? ToJson(command.ToArgumentVector())
                    : ShellLine.Of(["docker", .. command.ToArgumentVector()], shell)
            ) + "\n"
        );
        return ExitCodes.Success;
    }

    private static string ToJson(IReadOnlyList<string> arguments)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonProblems.Options with { Indented = false }))
        {
            json.WriteStartArray();
            foreach (var argument in arguments)
            {
                json.WriteStringValue(argument);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
