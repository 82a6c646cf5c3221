using System.Globalization;
using System.Text;
using LaunchSdk.Docker.Clients;

namespace LaunchSdk.Agent.Containers;

/// <summary>
/// Writes a job's log within its size: the first half is kept, and of what follows the last bytes, in parts of an eighth
/// (<see cref="JobLogParts"/>). What is left out between them is said at the end of the first part. Throws what the disk says; for one
/// writer at a time.
/// </summary>
/// <param name="path">The log; what is there is another attempt's.</param>
/// <param name="size">How many bytes it may have; 0 for no limit.</param>
internal sealed class BoundedLog(string path, long size) : IDisposable
{
    private const int NewestParts = 4;
    private const int NoticeRoom = 256;

    private readonly long _firstSize = size == 0 ? long.MaxValue : (size / 2) - NoticeRoom;
    private readonly long _partSize = size / (2 * NewestParts);
    private FileStream? _first;
    private FileStream? _current;
    private long _number;
    private long _room;
    private long _leftOut;
    private long? _noticeAt;

    /// <summary>Adds bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_first is null)
        {
            Begin();
        }

        while (bytes.Length > 0)
        {
            if (_room == 0)
            {
                OpenNext();
            }

            var count = (int)Math.Min(bytes.Length, _room);
            _current!.Write(bytes[..count]);
            _room -= count;
            bytes = bytes[count..];
        }
    }

    /// <summary>Hands what was written to the system.</summary>
    public void Flush()
    {
        _current?.Flush();
        _first?.Flush();
    }

    public void Dispose()
    {
        try
        {
            _current?.Dispose();
        }
        finally
        {
            _first?.Dispose();
        }
    }

    private void Begin()
    {
        PrivateFile.CreateFolderOf(path);
        JobLogParts.Delete(path);
        (_first, _room) = (Open(0), _firstSize);
        _current = _first;
    }

    private void OpenNext()
    {
        _current!.Flush();
        if (_number > 0)
        {
            _current.Dispose();
        }

        _number++;
        (_current, _room) = (Open(_number), _partSize);
        if (_number > NewestParts)
        {
            JobLogParts.Drop(path, _number - NewestParts);
            _leftOut += _partSize;
            WriteNotice();
        }
    }

    // The number has a fixed width, so that it is written over as it grows.
    private void WriteNotice()
    {
        _noticeAt ??= _first!.Length;
        _first!.Position = _noticeAt.Value;
        _first.Write(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\nlaunch: {_leftOut, 19} bytes are left out here: the log of a job keeps {size} (job_log_size)\n"
                )
            )
        );
        _first.Flush();
    }

    private FileStream Open(long number) =>
        PrivateFile.Open(
            JobLogParts.PathOf(path, number),
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                Share = FileShare.ReadWrite | FileShare.Delete,
            }
        );
}
