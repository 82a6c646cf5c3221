using System.Buffers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Containers;

/// <summary>Moves a container's stream to its receiver, on the calling thread, to the end of the stream.</summary>
internal static class OutputPump
{
    private const int FirstLength = 16 * 1024;

    // As much as the kernel holds for a unix socket, so that one read takes it all.
    private const int FullLength = 256 * 1024;

    // Each run has a thread of its own, and what the shared pool keeps for a thread goes with it.
    private static readonly ArrayPool<byte> Buffers = ArrayPool<byte>.Create(FullLength, maxArraysPerBucket: 8);

    /// <summary>Reads what is there into the buffer, waiting for the first byte; 0 at the end.</summary>
    public delegate int Reading(Span<byte> buffer);

    /// <exception cref="ReceiverException">The receiver threw.</exception>
    /// <exception cref="DockerEngineException">The stream is no row of frames, or it carries the engine's error.</exception>
    public static void Run(Reading read, bool tty, IContainerOutput receiver, ReadWaiting waiting)
    {
        var output = new MarkedReceiver(receiver);
        var demultiplexer = tty ? null : new OutputDemultiplexer(output);
        var pacing = new ReadPacing();
        var buffer = Buffers.Rent(FirstLength);
        try
        {
            while (true)
            {
                pacing.BeforeRead();
                waiting.Begin();
                var count = read(buffer);
                waiting.End();
                pacing.AfterRead(count);
                if (count <= 0)
                {
                    break;
                }

                var bytes = buffer.AsSpan(0, count);
                if (demultiplexer is null)
                {
                    output.OnStdout(bytes);
                }
                else
                {
                    demultiplexer.Write(bytes);
                }

                output.Flush();
                if (count == buffer.Length && count < FullLength)
                {
                    Buffers.Return(buffer);
                    buffer = Buffers.Rent(FullLength);
                }
            }
        }
        finally
        {
            Buffers.Return(buffer);
        }

        demultiplexer?.Complete();
    }
}
