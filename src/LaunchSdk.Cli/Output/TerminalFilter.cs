using System.Buffers;
using System.Text;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Output;

/// <summary>
/// Takes out of what a program wrote whatever would do something to a terminal (ECMA-48): titles, the clipboard, the cursor, answers
/// to questions. Text, line
/// ends, tabs and, where they are wanted, colors stay. The result does not depend on how the bytes were cut into pieces.
/// </summary>
internal sealed class TerminalFilter(bool keepsColors)
{
    private const byte Escape = 0x1B;

    // Nothing that a terminal takes is longer; whoever goes on has forgotten the end, and the text after it must not vanish.
    private const int LongestSequence = 256;
    private const int LongestString = 4_096;

    private readonly ArrayBufferWriter<byte> _sequence = new();
    private readonly byte[] _rune = new byte[4];
    private State _state;
    private int _runeLength;
    private int _stringLength;

    private enum State
    {
        Text,
        Escape,
        Control,
        String,
        StringEscape,
    }

    /// <summary>Whether colors were switched on last.</summary>
    public bool HasColor { get; private set; }

    /// <summary>Filters a piece into the target.</summary>
    public void Write(ReadOnlySpan<byte> piece, IBufferWriter<byte> target)
    {
        foreach (var b in piece)
        {
            Take(b, target);
        }
    }

    private void Take(byte b, IBufferWriter<byte> target)
    {
        if (_runeLength > 0 || b >= 0x80)
        {
            TakePart(b, target);
            return;
        }

        TakeAscii(b, target);
    }

    private void TakeAscii(byte b, IBufferWriter<byte> target)
    {
        switch (_state)
        {
            case State.Text:
                TakeText(b, target);
                break;
            case State.Escape:
                TakeEscape(b, target);
                break;
            case State.Control:
                TakeControl(b, target);
                break;
            default:
                TakeString(b, target);
                break;
        }
    }

    private void TakeText(byte b, IBufferWriter<byte> target)
    {
        if (b == Escape)
        {
            _state = State.Escape;
        }
        else if (b is >= 0x20 and < 0x7F or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\b')
        {
            target.Write([b]);
        }
    }

    private void TakeEscape(byte b, IBufferWriter<byte> target)
    {
        switch (b)
        {
            case (byte)'[':
                Begin(State.Control);
                break;
            case (byte)']' or (byte)'P' or (byte)'X' or (byte)'^' or (byte)'_':
                Begin(State.String);
                break;
            case Escape or (>= 0x20 and <= 0x2F):
                // Another start, or an intermediate byte: the end is to come.
                break;
            default:
                Leave(b, target);
                break;
        }
    }

    private void TakeControl(byte b, IBufferWriter<byte> target)
    {
        if (b is >= 0x40 and < 0x7F)
        {
            _state = State.Text;
            if (keepsColors && b == (byte)'m' && IsColor(_sequence.WrittenSpan))
            {
                HasColor = _sequence.WrittenCount > 0 && !_sequence.WrittenSpan.SequenceEqual("0"u8);
                target.Write([Escape, (byte)'[', .. _sequence.WrittenSpan, b]);
            }
        }
        else if (b is >= 0x20 and < 0x40 && _sequence.WrittenCount < LongestSequence)
        {
            _sequence.Write([b]);
        }
        else
        {
            Leave(b, target);
        }
    }

    private void TakeString(byte b, IBufferWriter<byte> target)
    {
        if (b == Escape)
        {
            _state = State.StringEscape;
        }
        else if (_state == State.StringEscape)
        {
            // ESC \ ends a string; any other sequence ends it as well, and begins.
            _state = State.Escape;
            if (b != (byte)'\\')
            {
                TakeEscape(b, target);
                return;
            }

            _state = State.Text;
        }
        else if (b is 0x07 or 0x18 or 0x1A)
        {
            _state = State.Text;
        }
        else if (b == (byte)'\n' || ++_stringLength > LongestString)
        {
            Leave(b, target);
        }
    }

    private void Begin(State state)
    {
        _state = state;
        _stringLength = 0;
        _sequence.ResetWrittenCount();
    }

    // The sequence is over; its last byte is dropped unless it is no part of any.
    private void Leave(byte b, IBufferWriter<byte> target)
    {
        _state = State.Text;
        if (b is (byte)'\n' or (byte)'\r' or (byte)'\t' or Escape)
        {
            TakeText(b, target);
        }
    }

    // A character of several bytes: one that does something counts as its old form of an escape and a letter.
    private void TakePart(byte b, IBufferWriter<byte> target)
    {
        _rune[_runeLength++] = b;
        var status = Rune.DecodeFromUtf8(_rune.AsSpan(0, _runeLength), out var rune, out var used);
        if (status == OperationStatus.NeedMoreData && _runeLength < _rune.Length)
        {
            return;
        }

        var length = _runeLength;
        _runeLength = 0;
        if (status == OperationStatus.Done)
        {
            TakeRune(rune, target);
            return;
        }

        TakeRune(Rune.ReplacementChar, target);
        foreach (var rest in _rune.AsSpan(used, length - used).ToArray())
        {
            Take(rest, target);
        }
    }

    private void TakeRune(Rune rune, IBufferWriter<byte> target)
    {
        if (rune.Value is >= 0x80 and <= 0x9F)
        {
            TakeAscii(Escape, target);
            TakeAscii((byte)(rune.Value - 0x40), target);
            return;
        }

        if (_state == State.Text)
        {
            var text = rune.ToString();
            target.Write(PrintableText.Line(text) == text ? Encoding.UTF8.GetBytes(text) : []);
        }
        else if (_state is State.Escape or State.Control || ++_stringLength > LongestString)
        {
            _state = State.Text;
        }
    }

    private static bool IsColor(ReadOnlySpan<byte> parameters)
    {
        foreach (var b in parameters)
        {
            if (b is not ((>= (byte)'0' and <= (byte)'9') or (byte)';' or (byte)':'))
            {
                return false;
            }
        }

        return true;
    }
}
