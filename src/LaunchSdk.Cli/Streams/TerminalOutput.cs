using System.Text;
using Spectre.Console;

namespace LaunchSdk.Cli.Streams;

/// <summary>A terminal for what is drawn on it, through the tool's own streams.</summary>
/// <param name="writer">Writes to it.</param>
internal sealed class TerminalOutput(TextWriter writer) : IAnsiConsoleOutput
{
    /// <inheritdoc/>
    public TextWriter Writer => writer;

    /// <inheritdoc/>
    public bool IsTerminal => true;

    /// <inheritdoc/>
    public int Width => (TerminalSize.Find() ?? TerminalSize.Usual).Columns;

    /// <inheritdoc/>
    public int Height => (TerminalSize.Find() ?? TerminalSize.Usual).Rows;

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding)
    {
        // Always UTF-8.
    }
}
