using System.Text;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Output;

/// <summary>
/// The one way of text to the tool's outputs. <c>WriteLine</c> writes one line, whatever the text holds, without passwords in
/// addresses; <c>Write</c> writes a
/// text of several lines, such as JSON or a table. Neither lets a control character through.
/// </summary>
internal sealed class PrintableWriter : TextWriter
{
    private readonly TextWriter _inner;

    private PrintableWriter(TextWriter inner)
    {
        _inner = inner;
        NewLine = inner.NewLine;
    }

    /// <inheritdoc/>
    public override Encoding Encoding => _inner.Encoding;

    /// <summary>Makes what is written to a writer printable.</summary>
    public static PrintableWriter Over(TextWriter writer) => writer as PrintableWriter ?? new PrintableWriter(writer);

    /// <summary>The writer below, for what draws on a terminal and for the tool's own help.</summary>
    public static TextWriter Below(TextWriter writer) => writer is PrintableWriter printable ? printable._inner : writer;

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    /// <inheritdoc/>
    public override void Write(string? value) => _inner.Write(PrintableText.Block(value ?? ""));

    /// <inheritdoc/>
    public override Task WriteAsync(char value) => WriteAsync(value.ToString());

    /// <inheritdoc/>
    public override Task WriteAsync(char[] buffer, int index, int count) => WriteAsync(new string(buffer, index, count));

    /// <inheritdoc/>
    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) =>
        WriteAsync(buffer.ToString());

    /// <inheritdoc/>
    public override Task WriteAsync(string? value) => _inner.WriteAsync(PrintableText.Block(value ?? ""));

    /// <inheritdoc/>
    public override void WriteLine() => _inner.WriteLine();

    /// <inheritdoc/>
    public override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(buffer.ToString());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => _inner.WriteLine(PrintableText.Message(value ?? ""));

    /// <inheritdoc/>
    public override Task WriteLineAsync() => _inner.WriteLineAsync();

    /// <inheritdoc/>
    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) =>
        WriteLineAsync(buffer.ToString());

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value) => _inner.WriteLineAsync(PrintableText.Message(value ?? ""));

    /// <inheritdoc/>
    public override void Flush() => _inner.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync() => _inner.FlushAsync();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
