using System.Runtime.CompilerServices;

namespace LaunchSdk.Docker.Connection;

/// <summary>The lines of an answer that goes on: each is a message of the engine's. One without an end is given up, not kept.</summary>
internal static class EngineLines
{
    /// <summary>The longest line of any engine: a build's step may print that much at once.</summary>
    public const int Longest = 4 << 20;

    /// <summary>
    /// Reads lines to the end of the stream, without their line ends and without empty ones. A line is valid until the next is asked for.
    /// </summary>
    /// <exception cref="LineTooLongException">A line is longer than <see cref="Longest"/>.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        Stream stream,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var buffer = new byte[16 * 1024];
        var filled = 0;
        int count;
        while ((count = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false)) > 0)
        {
            // What was there before has no line end in it.
            var searched = filled;
            filled += count;
            var start = 0;
            for (int at; (at = buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n')) >= 0; searched = start)
            {
                if (Trim(buffer.AsMemory(start..(searched + at))) is { IsEmpty: false } line)
                {
                    yield return line;
                }

                start = searched + at + 1;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length < Longest ? 2 * buffer.Length : throw new LineTooLongException(buffer));
            }
        }

        if (Trim(buffer.AsMemory(0, filled)) is { IsEmpty: false } last)
        {
            yield return last;
        }
    }

    private static ReadOnlyMemory<byte> Trim(Memory<byte> line) => line.TrimEnd((byte)'\r');
}
