using System.CommandLine;
using LaunchSdk.Agent.Policies;
using LaunchSdk.Agent.Settings;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Configuration;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>The options of <c>launch agent</c>; those that W&amp;B's agent has bear its names.</summary>
internal sealed class AgentCommandOptions
{
    private readonly BackendOptions _backend = new();
    private readonly Option<string[]> _queues = new("--queue", "-q")
    {
        Description = "Queue to take jobs from; repeatable",
        HelpName = "QUEUE",
    };
    private readonly Option<int?> _maxJobs = new("--max-jobs", "-j")
    {
        Description = "How many jobs at a time; -1 for any number",
        HelpName = "JOBS",
    };
    private readonly Option<string?> _config = new("--config", "-c")
    {
        Description = "The agent's configuration; ~/.config/wandb/launch-config.yaml, where there is one, unless given",
        HelpName = "FILE",
    };
    private readonly Option<string?> _logFile = new("--log-file", "-l")
    {
        Description = "Add what the agent does to this file; - for the output",
        HelpName = "FILE",
    };
    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Say more in the log; twice for all",
        Arity = ArgumentArity.Zero,
    };
    private readonly Option<string?> _name = new("--name")
    {
        Description = "The agent's name, by which it finds its jobs again; the machine's and its id unless given",
        HelpName = "NAME",
    };
    private readonly Option<OverridePolicy?> _policy = new("--policy")
    {
        Description = "What jobs may set: open, wandb-0.28.1, nothing, or options with commas",
        HelpName = "POLICY",
        CustomParser = ReadPolicy,
    };
    private readonly Option<string[]> _allowed = new("--allow-env")
    {
        Description = "Let ${NAME} in queues and jobs read this environment variable; repeatable",
        HelpName = "NAME",
    };
    private readonly Option<string?> _gpus = new("--gpu-devices", "--gpus")
    {
        Description = "The GPUs that jobs share, with commas; as nvidia-smi tells unless given",
        HelpName = "IDS",
    };
    private readonly Option<bool> _secure = new("--secure-mode") { Description = "Refuse jobs that override the entry point" };
    private readonly Option<TimeSpan?> _stopped = DurationOption.Create(
        "--stopped-run-timeout",
        "Time between a job's stop signal and its kill"
    );
    private readonly Option<TimeSpan?> _start = DurationOption.Create("--start-timeout", "How long a job may take to its start");
    private readonly Option<TimeSpan?> _containerStart = DurationOption.Create(
        "--container-start-timeout",
        "How long the engine may take to start a job's container"
    );
    private readonly Option<string?> _baseUrl = new("--base-url") { Description = "Address of W&B", HelpName = "URL" };
    private readonly Option<string?> _jobLogs = new("--job-logs") { Description = "Folder of a log file for each job", HelpName = "DIR" };
    private readonly Option<string?> _liftable = new("--lift-limits")
    {
        Description = "Options whose limits in a queue jobs may lift, with commas, or all; none unless given",
        HelpName = "OPTIONS",
    };
    private readonly Option<long?> _jobLogSize = SizeOption.Create(
        "--job-log-size",
        "How much of a job's output its log keeps, 0 for all; 64m unless given"
    );
    private readonly Option<int?> _jobLogDays = new("--job-log-days")
    {
        Description = "Days after which job logs are deleted, 0 for never; 30 unless given",
        HelpName = "DAYS",
    };
    private readonly Option<int?> _endedJobDays = new("--ended-job-days")
    {
        Description = "Days after which ended jobs are deleted from their queues, 0 for never; 90 unless given",
        HelpName = "DAYS",
    };
    private readonly Option<bool> _once = new("--once") { Description = "End when nothing waits and the last job has ended" };
    private readonly Option<int?> _health = new("--health")
    {
        Description = "Serve /healthz, /readyz and /metrics on this port of 127.0.0.1",
        HelpName = "PORT",
    };

    private Option[] All =>
        [
            _queues,
            _maxJobs,
            _config,
            _logFile,
            _verbose,
            _name,
            _policy,
            _liftable,
            _allowed,
            _gpus,
            _secure,
            _stopped,
            _start,
            _containerStart,
            _baseUrl,
            _jobLogs,
            _jobLogSize,
            _jobLogDays,
            _endedJobDays,
            _once,
            _health,
        ];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }

        _backend.AddTo(command);
    }

    /// <summary>The settings with their origins. What is wrong with them goes to stderr; null then.</summary>
    public AgentSettings? Read(ParseResult arguments, ToolConsole console)
    {
        var (file, path) = ReadFile(arguments, console);
        if (path is not null && file is null)
        {
            return null;
        }

        var settings = AgentSettings.Resolve(CommandLine(arguments, console), console.Environment, file, path ?? "launch-config.yaml");
        foreach (var error in settings.Errors)
        {
            console.Error.WriteLine($"launch: {error}");
        }

        return settings.Errors.Count > 0 ? null : settings;
    }

    /// <summary>What is not a setting of the agent's but of this run of the tool.</summary>
    public AgentSessionOptions ReadSession(ParseResult arguments, ToolConsole console, AgentSettings settings) =>
        new(
            _backend.Read(arguments, console) with
            {
                Entity = settings.Entity,
                BaseUrl = settings.BaseUrl,
            },
            arguments.GetValue(_once),
            arguments.GetValue(_health),
            arguments.GetValue(_logFile)
        );

    /// <summary>The options as they were given, for another command line; paths are whole.</summary>
    public IEnumerable<string> Repeat(ParseResult arguments, ToolConsole console)
    {
        foreach (var option in All.Concat(_backend.All))
        {
            if (arguments.GetResult(option) is not { Implicit: false } given)
            {
                continue;
            }

            if (given.Tokens.Count == 0)
            {
                foreach (var _ in Enumerable.Range(0, given.IdentifierTokenCount))
                {
                    yield return option.Name;
                }
            }

            foreach (var token in given.Tokens)
            {
                yield return option.Name;
                yield return (option == _config || option == _logFile || option == _jobLogs) && token.Value != "-"
                    ? Path.GetFullPath(token.Value, console.WorkingDirectory)
                    : token.Value;
            }
        }
    }

    private AgentCommandLine CommandLine(ParseResult arguments, ToolConsole console) =>
        new()
        {
            Queues = NonEmpty(arguments.GetValue(_queues)),
            Entity = arguments.GetValue(_backend.Entity),
            MaxJobs = arguments.GetValue(_maxJobs),
            Name = arguments.GetValue(_name),
            Policy = arguments.GetValue(_policy),
            LiftableLimits = SplitList(arguments.GetValue(_liftable)),
            JobLogSize = arguments.GetValue(_jobLogSize),
            JobLogDays = arguments.GetValue(_jobLogDays),
            EndedJobDays = arguments.GetValue(_endedJobDays),
            AllowedEnvironment = NonEmpty(arguments.GetValue(_allowed)),
            GpuDevices = SplitList(arguments.GetValue(_gpus)),
            SecureMode = arguments.GetValue(_secure) ? true : null,
            StoppedRunTimeout = arguments.GetValue(_stopped),
            StartTimeout = arguments.GetValue(_start),
            ContainerStartTimeout = arguments.GetValue(_containerStart),
            BaseUrl = arguments.GetValue(_baseUrl),
            LogFolder = arguments.GetValue(_jobLogs) is { } folder ? Path.GetFullPath(folder, console.WorkingDirectory) : null,
            Verbosity = arguments.GetResult(_verbose) is { Implicit: false } verbose ? Math.Min(2, verbose.IdentifierTokenCount) : null,
        };

    private (LaunchAgentConfig? File, string? Path) ReadFile(ParseResult arguments, ToolConsole console)
    {
        if ((arguments.GetValue(_config) ?? AgentConfigPath.Find(console.Environment)) is not { } path)
        {
            return (null, null);
        }

        var read = AgentConfigFile.Read(ConfigInput.Read(path, console));
        console.ReportProblems(read.Problems);
        return (read.Value, path);
    }

    private static string[]? SplitList(string? text) =>
        text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[]? NonEmpty(string[]? values) => values is { Length: > 0 } ? values : null;

    private static OverridePolicy? ReadPolicy(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (OverridePolicy.TryParse(result.Tokens[0].Value, out var policy, out var error))
        {
            return policy;
        }

        result.AddError(error);
        return null;
    }
}
