using System.Text;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli;

/// <summary>What the tool reads from and writes to; tests give their own.</summary>
internal sealed class ToolConsole
{
    /// <summary>Takes text as <see cref="PrintableWriter"/> does, whatever writer is given.</summary>
    public required TextWriter Out { get; init => field = PrintableWriter.Over(value); }

    /// <inheritdoc cref="Out"/>
    public required TextWriter Error { get; init => field = PrintableWriter.Over(value); }

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

    /// <summary>Prints problems to stderr, as compilers do.</summary>
    public void ReportProblems(IReadOnlyList<Problem> problems) => ProblemWriter.Write(Error, problems, ProblemFormat.Text);

    /// <summary>What the translation has to know of this process.</summary>
    public ClientContext ClientContext() => new()
    {
        WorkingDirectory = WorkingDirectory,
        Environment = Environment,
        InputIsTerminal = InputIsTerminal,
    };

    /// <summary>The process's own streams: UTF-8 without a byte order mark, <c>\n</c> line ends on every system.</summary>
    public static ToolConsole System()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var rawOut = Console.OpenStandardOutput();
        var rawError = Console.OpenStandardError();
        return new ToolConsole
        {
            RawOut = rawOut,
            RawError = rawError,
            Out = new StreamWriter(rawOut, utf8) { AutoFlush = true, NewLine = "\n" },
            Error = new StreamWriter(rawError, utf8) { AutoFlush = true, NewLine = "\n" },
            In = Console.OpenStandardInput(),
            InputIsTerminal = !Console.IsInputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            OutIsTerminal = !Console.IsOutputRedirected,
            WorkingDirectory = Directory.GetCurrentDirectory(),
            Environment = global::System.Environment.GetEnvironmentVariable,
        };
    }
}
