using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary><c>launch agent install</c></summary>
internal sealed class AgentInstallCommand : RunnableCommand
{
    private readonly AgentCommandOptions _options = new();
    private readonly Option<bool> _user = new("--user") { Description = "A unit of this user, in place of the machine's" };
    private readonly Option<string> _unit = new("--unit")
    {
        Description = "The unit's name",
        DefaultValueFactory = static _ => "launch-agent",
        HelpName = "NAME",
    };
    private readonly Option<bool> _force = new("--force") { Description = "Overwrite a unit that has other contents" };

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public AgentInstallCommand(ToolConsole console)
        : base(console, "install", "Write a systemd unit that runs the agent with these options. Stopping the unit lets jobs go on.")
    {
        Add(_user);
        Add(_unit);
        Add(_force);
        _options.AddTo(this);
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            ExitCodes = [new(ExitCodes.Success, "written"), new(ExitCodes.ConfigurationError, "not written")],
            Examples = ["sudo launch agent install -q gpu-workstation -j 2", "launch agent install --user -q small --backend postgres"],
        };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (_options.Read(arguments, Console) is null)
        {
            return ExitCodes.ConfigurationError;
        }

        var place = new UnitPlace(Console.Environment, Check(arguments.GetRequiredValue(_unit)), arguments.GetValue(_user));
        string[] command = [.. ToolProgram.Find(), "agent", .. _options.Repeat(arguments, Console)];
        var unit = new SystemdUnit(command, place.EnvironmentFile, place.IsUsers)
        {
            Environment = Console.Environment("DOTNET_ROOT") is { Length: > 0 } root ? [$"DOTNET_ROOT={root}"] : [],
        };
        var text = unit.ToString();
        Write(place.File, text, arguments.GetValue(_force));
        await Console.Out.WriteAsync($"wrote {place.File}:\n\n{text}\n{place.Next}").ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private static string Check(string unit) =>
        unit.Length > 0 && unit.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '@')
            ? unit
            : throw new InputException($"'{unit}' is not a unit's name: write letters, digits, - and _, without .service");

    private static void Write(string path, string text, bool isForced)
    {
        try
        {
            if (!isForced && File.Exists(path) && File.ReadAllText(path) != text)
            {
                throw new InputException(
                    $"'{path}' exists with other contents: look at it, then overwrite it with --force, or choose another name with --unit"
                );
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write '{path}': {failure.Message}. The machine's units are root's: use sudo, or --user");
        }
    }
}
