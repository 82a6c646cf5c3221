using System.Buffers;

namespace LaunchSdk.Docker.Masking;

/// <summary>
/// Masks one stream of bytes. A place is decided once enough bytes follow it, so the result does not depend on the pieces; secrets that
/// overlap are hidden whole.
/// </summary>
internal sealed class MaskingStream(SecretMasker masker)
{
    private static readonly byte[] ReplacementBytes = "***"u8.ToArray();

    private readonly ArrayBufferWriter<byte> _joined = new();
    private byte[] _held = [];
    private int _hidden;

    /// <summary>Masks a piece into the target. What may be the beginning of a secret is held back.</summary>
    public void Write(ReadOnlySpan<byte> piece, IBufferWriter<byte> target)
    {
        if (_held.Length == 0)
        {
            _held = Process(piece, target, isEnd: false).ToArray();
            return;
        }

        _joined.ResetWrittenCount();
        _joined.Write(_held);
        _joined.Write(piece);
        _held = Process(_joined.WrittenSpan, target, isEnd: false).ToArray();
    }

    /// <summary>Hands on what was held back.</summary>
    public void Complete(IBufferWriter<byte> target)
    {
        Process(_held, target, isEnd: true);
        _held = [];
    }

    private ReadOnlySpan<byte> Process(ReadOnlySpan<byte> data, IBufferWriter<byte> target, bool isEnd)
    {
        var at = 0;
        var literal = 0;
        while (at < data.Length)
        {
            if (_hidden == 0)
            {
                var next = masker.Candidate(data[at..]);
                at = next < 0 ? data.Length : at + next;
                if (next < 0)
                {
                    break;
                }
            }

            var length = masker.Match(data[at..], isEnd);
            if (length < 0)
            {
                break;
            }

            if (length > 0 && _hidden == 0)
            {
                target.Write(data[literal..at]);
                target.Write(ReplacementBytes);
            }

            _hidden = Math.Max(_hidden, length);
            at++;
            if (_hidden > 0)
            {
                _hidden--;
                literal = at;
            }
        }

        target.Write(data[literal..at]);
        return data[at..];
    }
}
