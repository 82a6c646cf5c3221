using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary><c>launch agent install</c></summary>
internal static class AgentInstallCommand
{
    public static Command Create(ToolConsole console)
    {
        var options = new AgentCommandOptions();
        var user = new Option<bool>("--user") { Description = "A unit of this user's, in place of the machine's" };
        var unit = new Option<string>("--unit")
        {
            Description = "The unit's name",
            DefaultValueFactory = _ => "launch-agent",
            HelpName = "NAME",
        };
        var force = new Option<bool>("--force") { Description = "Write over a unit that is there" };
        var command = new Command("install", HelpText.AgentInstall.Summary) { user, unit, force };
        options.AddTo(command);
        command.SetAction(arguments =>
        {
            if (options.Read(arguments, console) is null)
            {
                return ExitCodes.ConfigurationError;
            }

            var place = new UnitPlace(console.Environment, Check(arguments.GetRequiredValue(unit)), arguments.GetValue(user));
            var text = new SystemdUnit(
                [.. ToolProgram.Find(), "agent", .. options.Repeat(arguments, console)],
                place.EnvironmentFile,
                place.IsUsers
            )
            {
                Environment = console.Environment("DOTNET_ROOT") is { Length: > 0 } root ? [$"DOTNET_ROOT={root}"] : [],
            }.ToString();
            Write(place.File, text, arguments.GetValue(force));
            console.Out.Write($"wrote {place.File}:\n\n{text}\n{place.Next}");
            return ExitCodes.Success;
        });
        return command;
    }

    private static string Check(string unit) =>
        unit.Length > 0
        && unit.All(static character => char.IsAsciiLetterOrDigit(character) || "-_.@".Contains(character, StringComparison.Ordinal))
            ? unit
            : throw new InputException($"'{unit}' is no name of a unit: write letters, digits, - and _, without .service");

    private static void Write(string path, string text, bool isForced)
    {
        try
        {
            if (!isForced && File.Exists(path) && File.ReadAllText(path) != text)
            {
                throw new InputException(
                    $"'{path}' is there already, and says something else: look at it, then write over it with --force, or take another name with --unit"
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
