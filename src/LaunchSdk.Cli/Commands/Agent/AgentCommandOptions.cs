using System.CommandLine;
using LaunchSdk.Agent.Settings;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>The options of <c>launch agent</c>: one for each setting of the agent, and those of this run of the tool.</summary>
internal sealed class AgentCommandOptions
{
    private readonly SettingOption[] _settings =
    [
        .. AgentSettings
            .Definitions.Where(static setting => setting.Arity != SettingArity.None)
            .Select(static setting => new SettingOption(setting)),
    ];
    private readonly Option<string?> _config = new("--config", "-c")
    {
        Description = "The agent's configuration; ~/.config/wandb/launch-config.yaml, if it exists, unless given",
        HelpName = "FILE",
    };
    private readonly Option<string?> _logFile = new("--log-file", "-l")
    {
        Description = "Append what the agent does to this file; - for stdout, in place of the view",
        HelpName = "FILE",
    };
    private readonly Option<bool> _once = new("--once") { Description = "End when nothing waits and the last job has ended" };
    private readonly Option<int?> _health = new("--health")
    {
        Description = "Serve /healthz, /readyz and /metrics on this port of 127.0.0.1",
        HelpName = "PORT",
    };
    private readonly BackendOptions _backend = new();

    private IEnumerable<Option> All =>
        [.. _settings.Select(static setting => setting.Option), _config, _logFile, _once, _health, _backend.Kind];

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The settings with their origins. What is wrong with them goes to stderr.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">The environment, and standard error.</param>
    /// <returns>The settings; null where something is wrong with them.</returns>
    /// <exception cref="InputException">The launch-config.yaml cannot be read.</exception>
    public AgentSettings? Read(ParseResult arguments, ToolConsole console)
    {
        var (file, path) = ReadFile(arguments, console);
        if (path is not null && file is null)
        {
            return null;
        }

        var line = _settings
            .Select(setting => (setting.Key, Values: setting.Read(arguments, console.WorkingDirectory)))
            .Where(static setting => setting.Values.Count > 0)
            .ToDictionary(static setting => setting.Key, static setting => setting.Values);
        var settings = AgentSettings.Resolve(console.Environment, file, path ?? "launch-config.yaml", line);
        foreach (var error in settings.Errors)
        {
            console.Error.WriteLine($"launch: {error}");
        }

        return settings.Errors.Count > 0 ? null : settings;
    }

    /// <summary>What is not a setting of the agent but of this run of the tool.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">The environment.</param>
    /// <param name="settings">The agent's settings.</param>
    /// <returns>The options of the run.</returns>
    /// <exception cref="InputException">The environment names a backend that does not exist.</exception>
    public AgentSessionOptions ReadSession(ParseResult arguments, ToolConsole console, AgentSettings settings) =>
        new(
            _backend.ReadKind(arguments, console) with
            {
                Entity = settings.Entity,
                BaseUrl = settings.BaseUrl,
            },
            arguments.GetValue(_once),
            arguments.GetValue(_health),
            arguments.GetValue(_logFile)
        );

    /// <summary>The options as they were given, for another command line; paths are whole.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Has the working directory.</param>
    /// <returns>Options and values, in the order of the help.</returns>
    public IEnumerable<string> Repeat(ParseResult arguments, ToolConsole console)
    {
        foreach (var option in All)
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
                yield return Locate(option, token.Value, console.WorkingDirectory);
            }
        }
    }

    private string Locate(Option option, string value, string folder)
    {
        if (option == _config || (option == _logFile && value != "-"))
        {
            return Path.GetFullPath(value, folder);
        }

        return _settings.FirstOrDefault(setting => setting.Option == option)?.Locate(value, folder) ?? value;
    }

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
}
