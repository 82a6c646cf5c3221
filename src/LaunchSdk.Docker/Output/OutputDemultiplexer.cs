using System.Buffers.Binary;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Errors;

namespace LaunchSdk.Docker.Output;

/// <summary>
/// Takes an attach stream apart. Without a terminal it is a row of frames: a byte that names the stream, three zeros, a big-endian length,
/// the bytes.
/// The pieces given in may be split anywhere; bytes go on without being copied, before their frame is complete.
/// </summary>
internal sealed class OutputDemultiplexer(IContainerOutput output)
{
    private const int HeaderLength = 8;
    private const int Stdin = 0;
    private const int Stdout = 1;
    private const int Stderr = 2;
    private const int SystemError = 3;
    private const int LongestError = 64 * 1024;

    private readonly byte[] _header = new byte[HeaderLength];
    private readonly List<byte> _systemError = [];
    private int _headerFilled;
    private uint _remaining;

    /// <summary>Hands on what the piece holds.</summary>
    public void Write(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            piece = _remaining > 0 ? WriteContent(piece) : ReadHeader(piece);
        }
    }

    /// <summary>Checks that the stream ended where a frame does.</summary>
    public void Complete()
    {
        if (_remaining > 0 || _headerFilled > 0)
        {
            throw NotFrames("the stream ended in the middle of a frame");
        }
    }

    private ReadOnlySpan<byte> ReadHeader(ReadOnlySpan<byte> piece)
    {
        var count = Math.Min(HeaderLength - _headerFilled, piece.Length);
        piece[..count].CopyTo(_header.AsSpan(_headerFilled));
        _headerFilled += count;
        if (_headerFilled == HeaderLength)
        {
            _headerFilled = 0;
            _remaining = BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(4));
            if (_header[0] > SystemError)
            {
                throw NotFrames($"a frame names stream {_header[0]}, which docker does not have");
            }
        }

        return piece[count..];
    }

    private static DockerEngineException NotFrames(string what) =>
        new(
            "reading a container's output",
            what,
            "Look whether the engine was stopped, or something between here and the engine changes its answers"
        )
        {
            Kind = EngineErrorKind.BadAnswer,
        };

    private ReadOnlySpan<byte> WriteContent(ReadOnlySpan<byte> piece)
    {
        var count = (int)Math.Min(_remaining, (uint)piece.Length);
        var content = piece[..count];
        _remaining -= (uint)count;
        switch (_header[0])
        {
            case Stdin or Stdout:
                output.OnStdout(content);
                break;
            case Stderr:
                output.OnStderr(content);
                break;
            default:
                _systemError.AddRange(content[..Math.Min(content.Length, LongestError - _systemError.Count)]);
                if (_remaining == 0 || _systemError.Count == LongestError)
                {
                    throw new DockerEngineException(
                        "reading a container's output",
                        AnswerText.Show(System.Text.Encoding.UTF8.GetString([.. _systemError]), AnswerText.LongestMessage)
                    );
                }

                break;
        }

        return piece[count..];
    }
}
