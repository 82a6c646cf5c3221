using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Configuration;
using LaunchSdk.Documents;

namespace LaunchSdk.Cli.Commands.Queue;

/// <summary>The arguments that say how a queue is to be: a queue file or the options as text, its name, its prioritization.</summary>
internal sealed class QueueInput
{
    private readonly Option<string?> _config = new("--config")
    {
        Description = "The queue's options or definition itself, in place of a file",
        HelpName = "JSON",
    };
    private readonly Option<string?> _name = new("--name")
    {
        Description = "The queue's name; that in the file, else the file's own name without its ending, unless given",
        HelpName = "NAME",
    };
    private readonly WordOption<PrioritizationMode> _mode = new(
        "--prioritization",
        "v0 for jobs with priorities, disabled for first in, first out; the file's unless given",
        null
    );

    /// <summary>The argument FILE.</summary>
    public Argument<string?> File { get; } =
        new("FILE") { Description = "Queue file, JSON or YAML; - for standard input", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> Options => [_config, _name, _mode];

    /// <summary>The queue, with a name; its problems go to stderr. Null when there are errors.</summary>
    public DockerQueue? Read(ParseResult arguments, ToolConsole console)
    {
        var (file, config) = (arguments.GetValue(File), arguments.GetValue(_config));
        var document = (file, config) switch
        {
            (not null, null) => ConfigInput.Read(file, console),
            (null, not null) => ConfigDocument.Read(config, ConfigFormats.Detect("", config), "--config"),
            (null, null) => throw new InputException(
                "there is no queue: name its FILE, or give its options with --config '{\"memory\": \"16g\"}'"
            ),
            _ => throw new InputException("there are two queues, FILE and --config: give one of them"),
        };
        var read = QueueFile.Read(document, QueueReadOptions.Default);
        console.ReportProblems(read.Problems);
        if (read.HasErrors)
        {
            return null;
        }

        var queue = read.Value;
        var ownName = file is null or "-" ? null : Path.GetFileNameWithoutExtension(file);
        var name = arguments.GetValue(_name) ?? queue.Name ?? ownName;
        return queue with { Name = Check(name), PrioritizationMode = _mode.Read(arguments) ?? queue.PrioritizationMode };
    }

    private static string Check(string? name) =>
        name switch
        {
            null or "" => throw new InputException("the queue has no name: give it one with --name NAME"),
            { Length: > QueueFile.LongestName } => throw new InputException(
                $"the queue name '{name}' has {name.Length} characters: write 1 to {QueueFile.LongestName}"
            ),
            _ => name,
        };
}
