using System.CommandLine;
using LaunchSdk.Cli.Backends;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Queues;

/// <summary>
/// Which queues a command works on: the options that all commands of queues and jobs share. Secrets come from the environment only,
/// because other users see a command line.
/// </summary>
internal sealed class BackendOptions
{
    /// <summary>The environment variable that is read where <c>--backend</c> is not given.</summary>
    public const string KindVariable = "LAUNCHSDK_BACKEND";

    private readonly Option<string?> _entity = new("--entity", "-e")
    {
        Description = "Team or user at W&B [env: WANDB_ENTITY]",
        HelpName = "ENTITY",
    };

    /// <summary>Where the queues are.</summary>
    public WordOption<BackendKind> Kind { get; } = new("--backend", $"Where the queues are [env: {KindVariable}] [default: local]", null);

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [Kind, _entity];

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was chosen, on the command line or in the environment.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">The tool's environment.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="InputException">The environment names a backend that does not exist.</exception>
    public BackendChoice Read(ParseResult arguments, ToolConsole console) =>
        ReadKind(arguments, console) with
        {
            Entity = arguments.GetValue(_entity) ?? NonEmpty(console.Environment("WANDB_ENTITY")),
            BaseUrl = NonEmpty(console.Environment("WANDB_BASE_URL")),
        };

    /// <summary>The kind that was chosen, for a command that finds entity and address elsewhere.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">The tool's environment.</param>
    /// <returns>The choice without an entity and an address.</returns>
    /// <exception cref="InputException">The environment names a backend that does not exist.</exception>
    public BackendChoice ReadKind(ParseResult arguments, ToolConsole console) =>
        new(Kind.Read(arguments) ?? FromEnvironment(console), Entity: null, BaseUrl: null, console.Environment);

    private static BackendKind FromEnvironment(ToolConsole console)
    {
        if (NonEmpty(console.Environment(KindVariable)) is not { } word)
        {
            return BackendKind.Local;
        }

        return Enum.TryParse<BackendKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(word[0])
            ? kind
            : throw new InputException($"{KindVariable} is '{word}', which is not a backend: set it to local, postgres or wandb");
    }

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
