using System.Text;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Backends;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Tool;

/// <summary>What the tool reads from and writes to; tests give their own.</summary>
internal sealed class ToolConsole
{
    /// <summary>Takes text as <see cref="PrintableWriter"/> does, whatever writer is given.</summary>
    public required TextWriter Out
    {
        get;
        init => field = PrintableWriter.Over(value);
    }

    /// <summary>Messages, as <see cref="Out"/> takes them: that one cannot be written is no failure.</summary>
    public required TextWriter Error
    {
        get;
        init => field = PrintableWriter.Over(value);
    }

    public required Stream In { get; init; }

    /// <summary>The container's output goes here as bytes.</summary>
    public required Stream RawOut { get; init; }

    /// <summary>The container's error output goes here as bytes.</summary>
    public required Stream RawError { get; init; }

    public required bool InputIsTerminal { get; init; }

    /// <summary>Whether progress may be drawn on the error output.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether a view may be drawn on the output.</summary>
    public bool OutIsTerminal { get; init; }

    public required string WorkingDirectory { get; init; }

    public required Func<string, string?> Environment { get; init; }

    /// <summary>Opens the queues that a command works on.</summary>
    public Func<BackendChoice, CancellationToken, Task<IRunQueueBackend>> OpenBackend { get; init; } = BackendOpener.OpenAsync;

    /// <summary>Prints what a file holds: as it is into a pipe or a file, and as visible characters on a terminal.</summary>
    public void WriteContent(string text) => (OutIsTerminal ? Out : PrintableWriter.Below(Out)).Write(text);

    /// <summary>Prints problems to stderr, as compilers do.</summary>
    public void ReportProblems(IReadOnlyList<Problem> problems) => ProblemWriter.Write(Error, problems, ProblemFormat.Text);

    /// <summary>Standard input as it goes to a container.</summary>
    public Stream ContainerInput() => new ContainerInput(In, Error);

    /// <summary>What the translation has to know of this process.</summary>
    public ClientContext ClientContext() =>
        new()
        {
            WorkingDirectory = WorkingDirectory,
            Environment = Environment,
            InputIsTerminal = InputIsTerminal,
        };

    /// <summary>The process's own streams: UTF-8 without a byte order mark, <c>\n</c> line ends on every system.</summary>
    public static ToolConsole System()
    {
        var streams = StandardStreams.Open();
        var output = new StandardOutput(streams.Out);
        var error = new StandardOutput(streams.Error);
        return new ToolConsole
        {
            RawOut = output,
            RawError = error,
            Out = Text(output),
            Error = Text(new MessageStream(error)),
            In = new StandardInput(streams.In),
            InputIsTerminal = streams.In.IsTerminal,
            ErrorIsTerminal = streams.Error.IsTerminal,
            OutIsTerminal = streams.Out.IsTerminal,
            WorkingDirectory = Directory.GetCurrentDirectory(),
            Environment = global::System.Environment.GetEnvironmentVariable,
        };
    }

    private static StreamWriter Text(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
}
