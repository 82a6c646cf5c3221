using System.CommandLine;
using LaunchSdk.Cli.Input;
using LaunchSdk.Commands;

namespace LaunchSdk.Cli.Commands.Run;

/// <summary>The options of <c>launch run</c> that are laid over the queue's and the job's.</summary>
internal sealed class RunFlags
{
    private readonly Option<bool> _detach = new("--detach", "-d") { Description = "Print the container's id and leave it running" };
    private readonly Option<bool> _interactive = new("--interactive", "-i")
    {
        Description = "Keep standard input open and pass it to the container",
    };
    private readonly Option<bool> _tty = new("--tty", "-t")
    {
        Description = "Give the container a terminal; with -i on a terminal every key goes to it",
    };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Suppress the progress of a pull or build" };
    private readonly Option<string?> _cidFile = new("--cidfile")
    {
        Description = "Write the container's id to a file that must not exist",
        HelpName = "FILE",
    };
    private readonly Option<TimeSpan?> _timeout = ValueOption.Duration(
        "--timeout",
        "Stop the container after this time, and exit with 124: stop signal, stop timeout, kill"
    );

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_detach, _interactive, _tty, _quiet, _cidFile, _timeout])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The time after which the container is stopped; null for no limit.</summary>
    public TimeSpan? Timeout(ParseResult arguments) => arguments.GetValue(_timeout);

    /// <summary>Whether a pull or a build has no progress.</summary>
    public bool IsQuiet(ParseResult arguments) => arguments.GetValue(_quiet);

    /// <summary>The request with these options as its last layer. One that is not given changes nothing.</summary>
    public DockerRunRequest LayOver(DockerRunRequest request, ParseResult arguments)
    {
        var options = new DockerQueueConfig();
        options = arguments.GetValue(_detach) ? options with { Detach = true } : options;
        options = arguments.GetValue(_interactive) ? options with { Interactive = true } : options;
        options = arguments.GetValue(_tty) ? options with { Tty = true } : options;
        options = arguments.GetValue(_quiet) ? options with { Quiet = true } : options;
        options = arguments.GetValue(_cidFile) is { Length: > 0 } file ? options with { CidFile = file } : options;
        return options.Settings.Count == 0
            ? request
            : request with
            {
                Layers = [.. request.Layers, new OptionLayer(OptionLayer.CommandLine, options)],
            };
    }
}
