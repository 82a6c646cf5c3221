using System.Runtime.InteropServices;

namespace LaunchSdk.Cli.Streams;

/// <summary>A descriptor itself: .NET's own console streams swallow a broken pipe, and throw where a descriptor is closed.</summary>
internal sealed class UnixDescriptor : IDescriptor
{
    private const string Nowhere = "/dev/null";

    // How late a cancelled wait for input is noticed.
    private const int SliceMilliseconds = 100;

    private readonly int _number;
    private readonly bool _isOpen;

    private UnixDescriptor(int number, string name, bool isOpen)
    {
        _number = number;
        _isOpen = isOpen;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool IsTerminal => _isOpen && LibC.IsTerminal(_number) == 1;

    /// <summary>
    /// Takes a descriptor over. One that was closed becomes <c>/dev/null</c>, or the next file or socket that is opened would get its
    /// number, and the tool's output. Called for 0, 1 and 2 in this order, before anything else is opened.
    /// </summary>
    public static UnixDescriptor Claim(int number, string name)
    {
        var flags = LibC.Control(number, LibC.GetDescriptorFlags);
        if (flags < 0 && LibC.Open(Nowhere, LibC.ReadWrite) is var opened && opened > number)
        {
            _ = LibC.Close(opened);
        }

        // None that was handed down has the flag to close when a program is executed: with it, .NET has opened this file before anything
        // else ran.
        return new UnixDescriptor(number, name, flags >= 0 && (flags & LibC.CloseOnExecute) == 0);
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, CancellationToken cancellationToken)
    {
        if (!_isOpen || buffer.IsEmpty)
        {
            return 0;
        }

        while (true)
        {
            WaitForInput(cancellationToken);
            var count = LibC.Read(_number, ref MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            if (count >= 0)
            {
                return (int)count;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error != LibC.Interrupted && error != LibC.WouldBlock)
            {
                throw new IOException(LibC.Describe(error));
            }
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (_isOpen && !bytes.IsEmpty)
        {
            var count = LibC.Write(_number, ref MemoryMarshal.GetReference(bytes), (nuint)bytes.Length);
            if (count >= 0)
            {
                bytes = bytes[(int)count..];
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error == LibC.WouldBlock)
            {
                // Whoever started the tool, or shares its terminal, may have made the descriptor non-blocking.
                _ = Poll(LibC.PollOut, Timeout.Infinite);
            }
            else if (error != LibC.Interrupted)
            {
                throw Failure(error);
            }
        }
    }

    /// <inheritdoc/>
    public OutputFailedException? WaitForReaderGone(TimeSpan time)
    {
        // A terminal that hangs up sends a signal; files always have room or an error of their own.
        if (_isOpen && !IsTerminal)
        {
            return (Poll(0, (int)time.TotalMilliseconds) & (LibC.PollError | LibC.PollHangUp)) != 0 ? Failure(LibC.BrokenPipe) : null;
        }

        Thread.Sleep(time);
        return null;
    }

    private void WaitForInput(CancellationToken cancellationToken)
    {
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
        } while (Poll(LibC.PollIn, SliceMilliseconds) == 0);
    }

    // What came; 0 where the time is over or a signal came first.
    private short Poll(short events, int milliseconds)
    {
        var request = new LibC.PollRequest(_number, events);
        return LibC.Poll(ref request, 1, milliseconds) > 0 ? request.Returned : (short)0;
    }

    private OutputFailedException Failure(int error) => new(Name, LibC.Describe(error), error == LibC.BrokenPipe);
}
