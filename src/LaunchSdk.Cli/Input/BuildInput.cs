using System.CommandLine;
using System.CommandLine.Parsing;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Configuration;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Problems;
using LaunchSdk.Values;

namespace LaunchSdk.Cli.Input;

/// <summary>The options that build and run share: how the image of a source is built.</summary>
internal sealed class BuildInput
{
    private readonly Option<string?> _queue = new("--queue") { HelpName = "FILE" };
    private readonly Option<string?> _config = new("--config")
    {
        Description = "Agent's configuration, whose builder block applies: type, destination, platform",
        HelpName = "FILE",
    };
    private readonly Option<string?> _entryPoint = new("--entry-point")
    {
        Description = "Program that the image starts: 'python train.py', or a JSON array",
        HelpName = "WORDS",
    };
    private readonly Option<string?> _dockerfile = new("--dockerfile")
    {
        Description = "Dockerfile of the source; Dockerfile.wandb unless given, and without that one is generated",
        HelpName = "FILE",
    };
    private readonly Option<string?> _baseImage = new("--base-image")
    {
        Description = "Image that a generated Dockerfile starts from; the queue's accelerator base image wins",
        HelpName = "IMAGE",
    };
    private readonly Option<string?> _python = new("--python")
    {
        Description = "Python's version; that of the source, else 3.12, unless given",
        HelpName = "VERSION",
    };
    private readonly Option<string?> _platform = new("--platform")
    {
        Description = "Platform of the image, such as linux/arm64, several with commas; that of --config, else the engine's, unless given",
        HelpName = "PLATFORM",
    };
    private readonly Option<IReadOnlyDictionary<string, string>> _buildArguments = new("--build-arg")
    {
        Description = "Value of an ARG of the Dockerfile; repeatable",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = NameValue.ParseAll,
    };

    private readonly Option<BuildSecret[]?> _secrets = SecretOption.Create(
        "--secret",
        "Secret that steps of the Dockerfile may mount: id=NAME, and src=FILE or env=VARIABLE; repeatable"
    );
    private readonly Option<string?> _network = new("--build-network")
    {
        Description = "Network of the Dockerfile's RUN steps, such as host",
        HelpName = "NETWORK",
    };
    private readonly WordOption<BuilderFlavor> _flavor = new(
        "--build-with",
        "Who builds; BuildKit where a docker command has it, unless given",
        null
    );

    /// <summary>The options.</summary>
    /// <param name="queueDescription">What the queue is for, in the help.</param>
    public BuildInput(string queueDescription) => _queue.Description = queueDescription;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (
            Option option in (Option[])
                [_queue, _config, _entryPoint, _dockerfile, _baseImage, _python, _platform, _buildArguments, _secrets, _network, _flavor]
        )
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The queue's file; null where none is given.</summary>
    public string? QueueFile(ParseResult arguments) => arguments.GetValue(_queue);

    /// <summary>Whether a queue is named.</summary>
    public bool HasQueue(CommandResult command) => command.GetResult(_queue) is { Implicit: false };

    /// <summary>The first of these options that is given although there is no source; null for none.</summary>
    public string? FindStray(CommandResult command) =>
        ((Option[])[_config, _entryPoint, _dockerfile, _baseImage, _python, _platform, _buildArguments, _secrets, _network, _flavor])
            .FirstOrDefault(option => command.GetResult(option) is { Implicit: false })
            ?.Name;

    /// <summary>The request for a source, with the settings of queue and agent; problems of the files go to stderr.</summary>
    /// <param name="source">The source as typed.</param>
    /// <param name="queue">The queue, where it is read already; null to read the file that is given.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Streams and variables.</param>
    /// <returns>The request; null where a file has errors.</returns>
    /// <exception cref="InputException">An argument is not of its grammar.</exception>
    public JobImageRequest? CreateRequest(string source, DockerQueueConfig? queue, ParseResult arguments, ToolConsole console)
    {
        var problems = new List<Problem>();
        queue ??= ReadQueue(arguments, console, problems);
        var agent = arguments.GetValue(_config) is { } config
            ? Take(AgentConfigFile.Read(ConfigInput.Read(config, console)), problems)
            : null;
        console.ReportProblems(problems);
        if (problems.Any(static problem => problem.Severity == ProblemSeverity.Error))
        {
            return null;
        }

        var request = new JobImageRequest
        {
            Source = ReadSource(source, console),
            WorkingDirectory = console.WorkingDirectory,
            Options = new JobImageOptions
            {
                EntryPoint = arguments.GetValue(_entryPoint) is { } words ? EntryPointWords.Parse(words) : [],
                OverrideDockerfile = arguments.GetValue(_dockerfile) is { } file
                    ? Value<SourcePath>("--dockerfile", file, SourcePath.TryParse)
                    : null,
                BaseImage = arguments.GetValue(_baseImage) is { } image
                    ? Value<ImageReference>("--base-image", image, ImageReference.TryParse)
                    : null,
                PythonVersion = arguments.GetValue(_python) is { } version
                    ? Value<PythonVersion>("--python", version, PythonVersion.TryParse)
                    : null,
            },
            BuildArguments = arguments.GetValue(_buildArguments) ?? new Dictionary<string, string>(),
            Secrets = arguments.GetValue(_secrets) ?? [],
            Network = arguments.GetValue(_network),
            Flavor = _flavor.Read(arguments),
            CacheFolder = BuildContext.DefaultCacheFolder,
        };
        request = agent is null ? request : request.WithAgent(agent);
        request = queue is null ? request : request.WithQueue(queue);
        return arguments.GetValue(_platform) is { } platform
            ? request with
            {
                Platforms =
                [
                    .. platform
                        .Split(',', StringSplitOptions.TrimEntries)
                        .Select(static one => Value<ContainerPlatform>("--platform", one, ContainerPlatform.TryParse)),
                ],
            }
            : request;
    }

    /// <summary>Reads one value of an option.</summary>
    /// <exception cref="InputException">It is not of its grammar.</exception>
    public static T Value<T>(string option, string text, TryParse<T> parse)
        where T : class => parse(text, out var value, out var error) ? value : throw new InputException($"{option}: {error.Message}");

    private DockerQueueConfig? ReadQueue(ParseResult arguments, ToolConsole console, List<Problem> problems) =>
        QueueFile(arguments) is { } file
            ? Take(LaunchSdk.QueueFile.Read(ConfigInput.Read(file, console), new QueueReadOptions()), problems)?.Config
            : null;

    private static T? Take<T>(ConfigResult<T> result, List<Problem> problems)
        where T : class
    {
        problems.AddRange(result.Problems);
        return result.HasErrors ? null : result.Value;
    }

    // A bare word names an image; that of a folder is more often meant.
    private static BuildSource ReadSource(string text, ToolConsole console)
    {
        var source = Value<BuildSource>("SOURCE", text, BuildSource.TryParse);
        return source is ImageSource && Directory.Exists(Path.Combine(console.WorkingDirectory, text))
            ? throw new InputException(
                $"'{text}' is the name of an image, and there is a directory of that name too: "
                    + $"write ./{text} for the directory, docker.io/library/{text} or the like for the image"
            )
            : source;
    }

    /// <summary>A grammar's reader.</summary>
    internal delegate bool TryParse<T>(
        string text,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out GrammarError? error
    )
        where T : class;
}
