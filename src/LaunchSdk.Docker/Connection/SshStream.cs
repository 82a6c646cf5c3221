using System.Diagnostics;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// The standard streams of an ssh as one connection. When ssh ends before a byte came back, reading throws what ssh said.
/// </summary>
internal sealed class SshStream : DuplexStream
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly string _host;
    private readonly Stream _output;
    private readonly Stream _input;
    private readonly BoundedText _errors = new();
    private bool _hasAnswered;

    public SshStream(Process process, string host)
    {
        _process = process;
        _host = host;
        _output = process.StandardOutput.BaseStream;
        _input = process.StandardInput.BaseStream;
        process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Ends the input of the other side.</summary>
    public void CloseWrite() => _input.Dispose();

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Checked(_output.Read(buffer), buffer.IsEmpty);

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Checked(await _output.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.IsEmpty);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _input.Write(buffer);
            _input.Flush();
        }
        catch (IOException) when (!_hasAnswered)
        {
            throw Failure();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await _input.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            await _input.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException) when (!_hasAnswered)
        {
            throw Failure();
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // A read that waits on another thread ends with the process.
            ClientProgram.End(_process);
            _input.Dispose();
            _process.Dispose();
        }

        base.Dispose(disposing);
    }

    // SocketsHttpHandler asks with an empty buffer whether there is anything to read.
    private int Checked(int count, bool isQuestion)
    {
        if (count == 0 && !isQuestion && !_hasAnswered)
        {
            throw Failure();
        }

        _hasAnswered |= count > 0;
        return count;
    }

    private SshFailedException Failure()
    {
        var code = 255;
        if (_process.WaitForExit(LastWords))
        {
            // Only the wait without a limit also waits for the last of the error lines.
            _process.WaitForExit();
            code = _process.ExitCode;
        }

        return SshFailure.Explain(_host, code, _errors.ToString());
    }
}
