using System.CommandLine;
using LaunchSdk.Cli.Backends;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Queues;

/// <summary>Which queues a command works on: the options that all commands of queues and jobs share. Secrets come from the environment only, because other users see a command line.</summary>
internal sealed class BackendOptions
{
    /// <summary>The environment variable that stands in for <c>--backend</c>.</summary>
    public const string KindVariable = "LAUNCHSDK_BACKEND";

    private readonly WordOption<BackendKind> _kind = new(
        "--backend",
        $"Where the queues are; {KindVariable}, else local, unless given",
        null
    );

    /// <summary>The team or user at W&amp;B.</summary>
    public Option<string?> Entity { get; } =
        new("--entity", "-e") { Description = "Team or user at W&B; WANDB_ENTITY unless given", HelpName = "ENTITY" };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_kind.Option, Entity];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_kind.Option);
        command.Options.Add(Entity);
    }

    /// <summary>What was chosen, on the command line or in the environment.</summary>
    public BackendChoice Read(ParseResult arguments, ToolConsole console) =>
        new(
            _kind.Read(arguments) ?? FromEnvironment(console),
            arguments.GetValue(Entity) ?? NonEmpty(console.Environment("WANDB_ENTITY")),
            NonEmpty(console.Environment("WANDB_BASE_URL")),
            console.Environment
        );

    private static BackendKind FromEnvironment(ToolConsole console)
    {
        var word = NonEmpty(console.Environment(KindVariable));
        return word is null ? BackendKind.Local
            : Enum.TryParse<BackendKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(word[0]) ? kind
            : throw new InputException($"{KindVariable} is '{word}', which is no backend: set it to local, postgres or wandb");
    }

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
