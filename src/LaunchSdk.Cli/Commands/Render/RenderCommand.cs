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
internal sealed class RenderCommand : RunnableCommand
{
    private readonly CommandInput _input = new();
    private readonly WordOption<RenderFormat> _format = new(
        "--format",
        "What to print: a line for a shell, a JSON array that starts with \"run\", or what POST /containers/create would get",
        RenderFormat.Shell
    );
    private readonly WordOption<ShellSyntax> _shell = new("--shell", "Whose quoting the line has", ShellSyntax.Posix);
    private readonly Option<string> _api = new("--api-version")
    {
        Description = "Engine API version of the request, for --format engine",
        DefaultValueFactory = static _ => EngineTarget.Newest.ApiVersion,
        HelpName = "VERSION",
    };
    private readonly WordOption<EngineSystem> _os = new("--os", "Operating system of the engine, for --format engine", EngineSystem.Linux);

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public RenderCommand(ToolConsole console)
        : base(
            console,
            "render",
            "Show the docker run command that a queue gives, or the request that the engine would get. Nothing is run, no engine is asked."
        )
    {
        _api.Validators.Add(static result =>
        {
            if (result.Tokens is [var version] && !EngineTarget.IsVersion(version.Value))
            {
                result.AddError(
                    $"'{version.Value}' is not an Engine API version: write two numbers and a dot, such as {EngineTarget.Newest.ApiVersion}"
                );
            }
        });
        Add(_format);
        Add(_shell);
        Add(_api);
        Add(_os);
        _input.AddTo(this);
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            Sections = [CommandInput.CommandSection],
            ExitCodes =
            [
                new(ExitCodes.Success, "rendered"),
                new(ExitCodes.ConfigurationError, "problems, which are on stderr; nothing is on stdout"),
            ],
            Examples =
            [
                "launch render queue.yaml --image busybox -- echo hello",
                "launch render queue.yaml --image busybox --override job.yaml --format argv",
                "launch render queue.yaml --image busybox --set-var memory=16g --format engine --api-version 1.41",
            ],
        };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (_input.CreateCommand(arguments, Console) is not { } command || Text(arguments, command) is not { } text)
        {
            return ExitCodes.ConfigurationError;
        }

        await Console.Out.WriteAsync(text + "\n").ConfigureAwait(false);
        return ExitCodes.Success;
    }

    // Null where the request has errors, which are on stderr.
    private string? Text(ParseResult arguments, DockerRunCommand command) =>
        _format.Read(arguments) switch
        {
            RenderFormat.Engine => Request(arguments, command),
            RenderFormat.Argv => ToJson(command.ToArgumentVector()),
            _ => ShellLine.Of(["docker", .. command.ToArgumentVector()], _shell.Read(arguments)!.Value),
        };

    private string? Request(ParseResult arguments, DockerRunCommand command)
    {
        var system = _os.Read(arguments) == EngineSystem.Windows ? EngineTarget.Windows : EngineTarget.Linux;
        var engine = new EngineTarget(arguments.GetRequiredValue(_api), system);
        var request = CreateRequestTranslator.Translate(command, engine, Console.ClientContext());
        Console.ReportProblems(request.Problems);
        return request.HasErrors ? null : request.Value.ToJson();
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
