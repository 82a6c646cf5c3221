namespace LaunchSdk.Cli.Commands.Logs;

/// <summary>Files one after the other, as one stream to read.</summary>
/// <param name="files">Opens each of them when the one before it has been read.</param>
internal sealed class JoinedFiles(IEnumerable<FileStream> files) : Stream
{
    private readonly IEnumerator<FileStream> _files = files.GetEnumerator();
    private FileStream? _current;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            if (_current?.Read(buffer, offset, count) is > 0 and var read)
            {
                return read;
            }

            _current?.Dispose();
            _current = null;
            if (!_files.MoveNext())
            {
                return 0;
            }

            _current = _files.Current;
        }
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _current?.Dispose();
            _files.Dispose();
        }

        base.Dispose(disposing);
    }
}
