using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Queues;

/// <summary>Where the output of a job goes: the tool's own outputs, which as terminals get text and colors only.</summary>
/// <param name="Out">Gets what the job writes.</param>
/// <param name="Error">Gets its error output, and what the build of its image writes.</param>
internal sealed record JobStreams(Stream Out, Stream Error) : IDisposable
{
    /// <summary>The outputs of the tool.</summary>
    /// <param name="console">The tool's outputs.</param>
    /// <param name="isRaw">Whether terminals too get every byte.</param>
    public static JobStreams Open(ToolConsole console, bool isRaw = false) =>
        new(
            console.OutIsTerminal && !isRaw ? new TerminalSafeStream(console.RawOut) : console.RawOut,
            console.ErrorIsTerminal && !isRaw ? new TerminalSafeStream(console.RawError) : console.RawError
        );

    /// <summary>Ends what terminals were sent; the tool's outputs stay open.</summary>
    public void Dispose()
    {
        (Out as TerminalSafeStream)?.Dispose();
        (Error as TerminalSafeStream)?.Dispose();
    }
}
