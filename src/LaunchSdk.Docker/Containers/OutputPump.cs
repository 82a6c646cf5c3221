using System.Buffers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Containers;

/// <summary>Moves a container's stream to its receiver, on the calling thread, to the end of the stream.</summary>
internal static class OutputPump
{
    // As much as the kernel holds for a unix socket, so that one read takes it all.
    private const int BufferLength = 256 * 1024;

    /// <summary>Reads what is there into the buffer, waiting for the first byte; 0 at the end.</summary>
    public delegate int Reading(Span<byte> buffer);

    /// <exception cref="ReceiverException">The receiver threw.</exception>
    /// <exception cref="DockerEngineException">The stream is no row of frames, or it carries the engine's error.</exception>
    public static void Run(Reading read, bool tty, IContainerOutput output)
    {
        var demultiplexer = tty ? null : new OutputDemultiplexer(output);
        var pacing = new ReadPacing();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            while (Read(read, buffer, pacing) is > 0 and var count)
            {
                try
                {
                    if (demultiplexer is null)
                    {
                        output.OnStdout(buffer.AsSpan(0, count));
                    }
                    else
                    {
                        demultiplexer.Write(buffer.AsSpan(0, count));
                    }

                    output.Flush();
                }
                catch (Exception e) when (e is not DockerEngineException)
                {
                    throw new ReceiverException(e);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        demultiplexer?.Complete();
    }

    private static int Read(Reading read, Span<byte> buffer, ReadPacing pacing)
    {
        pacing.BeforeRead();
        var count = read(buffer);
        pacing.AfterRead(count);
        return count;
    }
}
