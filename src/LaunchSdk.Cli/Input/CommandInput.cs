using System.CommandLine;
using System.CommandLine.Parsing;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Commands;
using LaunchSdk.Configuration;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Input;

/// <summary>
/// The arguments that render, explain and run share: a queue, an image, an override, values, and the container's command.
/// </summary>
internal sealed class CommandInput
{
    /// <summary>Name of the argument that takes the words after <c>--</c>.</summary>
    public const string CommandName = "COMMAND";

    /// <summary>The section of a command's help on the words after <c>--</c>.</summary>
    public static HelpSection CommandSection { get; } =
        HelpSection.Of("The container's command", "Everything after --, unchanged; without it the image's own.");

    private readonly Argument<string> _file;
    private readonly Option<string> _image;
    private readonly Option<string?> _override = new("--override")
    {
        Description = "A job's options: each replaces the queue's, null removes it",
        HelpName = "FILE",
    };
    private readonly Option<IReadOnlyDictionary<string, string>> _variables = NameValueOption(
        "--set-var",
        "Value of a template variable ({{NAME}}); repeatable"
    );
    private readonly Option<IReadOnlyDictionary<string, string>> _macros = NameValueOption(
        "--macro",
        "Value of a macro (${NAME}), such as run_id=abc; repeatable"
    );
    private readonly Option<string[]> _allowedEnvironment = new("--allow-env")
    {
        Description = "Let ${NAME} read this environment variable; repeatable",
        HelpName = "NAME",
    };
    private readonly Argument<string[]> _command = new(CommandName)
    {
        Description = "The container's command and arguments, after --",
        Arity = ArgumentArity.ZeroOrMore,
        Hidden = true,
    };

    /// <summary>The arguments.</summary>
    /// <param name="takesSource">Whether the first argument may be a source to be built, and the image be left out then.</param>
    public CommandInput(bool takesSource = false)
    {
        _file = takesSource
            ? new("FILE|SOURCE")
            {
                Description = "Queue file, JSON or YAML, - for standard input; with --queue the source to build and run",
            }
            : new("FILE") { Description = "Queue file, JSON or YAML; - for standard input" };
        _image = new("--image")
        {
            Description = "Image to run",
            Required = !takesSource,
            HelpName = "IMAGE",
        };
    }

    /// <summary>The first argument as typed.</summary>
    public string First(ParseResult arguments) => arguments.GetRequiredValue(_file);

    /// <summary>Whether an image is named.</summary>
    public bool HasImage(CommandResult command) => command.GetResult(_image) is { Implicit: false };

    /// <summary>Adds the arguments to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        command.Arguments.Add(_command);
        foreach (Option option in (Option[])[_image, _override, _variables, _macros, _allowedEnvironment])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The request, or every problem of the files it is made from.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Streams and variables.</param>
    /// <param name="sourceQueue">The queue's file where the first argument is the source of an image; the request then has no
    /// image.</param>
    /// <returns>The request, null where there are errors; and the problems.</returns>
    public (DockerRunRequest? Request, IReadOnlyList<Problem> Problems) Read(
        ParseResult arguments,
        ToolConsole console,
        string? sourceQueue = null
    )
    {
        var options = new QueueReadOptions { AllowedEnvironment = arguments.GetValue(_allowedEnvironment) ?? [] };
        var queue = QueueFile.Read(ConfigInput.Read(sourceQueue ?? arguments.GetRequiredValue(_file), console), options);
        var job = arguments.GetValue(_override) is { } path ? QueueFile.ReadOverride(ConfigInput.Read(path, console), options) : null;
        var problems = new List<Problem>([.. queue.Problems, .. job?.Problems ?? []]);
        if (queue.HasErrors || job is { HasErrors: true })
        {
            return (null, problems);
        }

        return (
            new DockerRunRequest
            {
                Queue = queue.Value,
                Override = job?.Value,
                Image = sourceQueue is null ? arguments.GetRequiredValue(_image) : null,
                Command = arguments.GetValue(_command) ?? [],
                Variables = arguments.GetValue(_variables) ?? new Dictionary<string, string>(),
                Macros = arguments.GetValue(_macros) ?? new Dictionary<string, string>(),
                AllowedEnvironment = options.AllowedEnvironment,
                Environment = console.Environment,
            },
            problems
        );
    }

    /// <summary>Reads, merges and checks; problems go to stderr.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Streams and variables.</param>
    /// <param name="change">Adds layers to the request; null for none.</param>
    /// <returns>The command; null when there are errors.</returns>
    public DockerRunCommand? CreateCommand(
        ParseResult arguments,
        ToolConsole console,
        Func<DockerRunRequest, DockerRunRequest>? change = null
    ) => Create(arguments, console, change, null, DockerRunCommand.Create);

    /// <summary>The same for a run whose image is not built yet.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Streams and variables.</param>
    /// <param name="change">Adds layers to the request.</param>
    /// <param name="queue">The queue's file.</param>
    /// <returns>The run without its image; null when there are errors.</returns>
    public LayeredRun? CreateRun(
        ParseResult arguments,
        ToolConsole console,
        Func<DockerRunRequest, DockerRunRequest> change,
        string queue
    ) => Create(arguments, console, change, queue, LayeredRun.Create);

    private T? Create<T>(
        ParseResult arguments,
        ToolConsole console,
        Func<DockerRunRequest, DockerRunRequest>? change,
        string? sourceQueue,
        Func<DockerRunRequest, ConfigResult<T>> create
    )
        where T : class
    {
        var (request, problems) = Read(arguments, console, sourceQueue);
        if (request is null)
        {
            console.ReportProblems(problems);
            return null;
        }

        var result = create(change?.Invoke(request) ?? request);
        console.ReportProblems([.. problems, .. result.Problems.Except(problems)]);
        return result.HasErrors ? null : result.Value;
    }

    private static Option<IReadOnlyDictionary<string, string>> NameValueOption(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "NAME=VALUE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            CustomParser = NameValue.ParseAll,
        };
}
