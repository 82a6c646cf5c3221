using System.Buffers;

namespace LaunchSdk.Docker.Output;

/// <summary>
/// Cuts one stream into lines. The lines are the same however the stream was cut into pieces; one that lies in a piece is not copied.
/// </summary>
internal sealed class LineSplitter(OutputSource source, Utf8LineHandler handler, int longestLine)
{
    private const byte NewlineByte = (byte)'\n';
    private const byte ReturnByte = (byte)'\r';
    private const int LongestCharacter = 4;

    private readonly ArrayBufferWriter<byte> _pending = new();
    private bool _afterReturn;

    public void Write(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            piece = _afterReturn ? EndAtReturn(piece) : TakeLine(piece);
        }
    }

    /// <summary>Hands on what has no ending.</summary>
    public void Complete()
    {
        if (_afterReturn)
        {
            _afterReturn = false;
            End([], LineEnding.CarriageReturn);
        }
        else if (_pending.WrittenCount > 0)
        {
            End([], LineEnding.EndOfOutput);
        }
    }

    // Whether a return stands alone is known with the byte after it.
    private ReadOnlySpan<byte> EndAtReturn(ReadOnlySpan<byte> piece)
    {
        _afterReturn = false;
        var isPair = piece[0] == NewlineByte;
        End([], isPair ? LineEnding.Newline : LineEnding.CarriageReturn);
        return isPair ? piece[1..] : piece;
    }

    private ReadOnlySpan<byte> TakeLine(ReadOnlySpan<byte> piece)
    {
        var end = piece.IndexOfAny(NewlineByte, ReturnByte);
        if (end < 0)
        {
            Hold(piece);
            return [];
        }

        var line = piece[..end];
        var rest = piece[(end + 1)..];
        if (piece[end] == NewlineByte)
        {
            End(line, LineEnding.Newline);
            return rest;
        }

        if (rest.IsEmpty)
        {
            Hold(line);
            _afterReturn = true;
            return rest;
        }

        var isPair = rest[0] == NewlineByte;
        End(line, isPair ? LineEnding.Newline : LineEnding.CarriageReturn);
        return isPair ? rest[1..] : rest;
    }

    private void End(ReadOnlySpan<byte> line, LineEnding ending)
    {
        if (_pending.WrittenCount == 0 && line.Length <= longestLine)
        {
            handler(source, line, ending);
            return;
        }

        Hold(line);
        handler(source, _pending.WrittenSpan, ending);
        _pending.ResetWrittenCount();
    }

    private void Hold(ReadOnlySpan<byte> part)
    {
        while (_pending.WrittenCount + part.Length > longestLine)
        {
            var take = longestLine - _pending.WrittenCount;
            _pending.Write(part[..take]);
            var held = _pending.WrittenSpan;
            var cut = CharacterStart(held, part[take]);
            handler(source, held[..cut], LineEnding.Cut);
            var kept = held[cut..].ToArray();
            _pending.ResetWrittenCount();
            _pending.Write(kept);
            part = part[take..];
        }

        _pending.Write(part);
    }

    // Where the character begins that the next byte would continue; the end where it continues none.
    private static int CharacterStart(ReadOnlySpan<byte> held, byte next)
    {
        if (!IsContinuation(next))
        {
            return held.Length;
        }

        for (var length = 1; length < LongestCharacter && length < held.Length; length++)
        {
            if (!IsContinuation(held[^length]))
            {
                return held[^length] >= 0xC0 ? held.Length - length : held.Length;
            }
        }

        return held.Length;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;
}
