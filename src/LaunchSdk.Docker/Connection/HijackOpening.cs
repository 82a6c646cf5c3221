using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// Reads the answer to a request for a raw stream. All of it has to come within the time of a connection, and to be short.
/// </summary>
/// <param name="connection">The connection, on which the request was sent.</param>
/// <param name="endpoint">Where it goes.</param>
/// <param name="asked">The question, such as <c>POST /v1.50/containers/ID/attach</c>.</param>
/// <param name="timeout">The time.</param>
internal sealed class HijackOpening(IRawConnection connection, EngineEndpoint endpoint, string asked, TimeSpan timeout)
{
    private const int LongestHead = 16 * 1024;
    private const int LongestErrorBody = 64 * 1024;

    // Engines that knew no header "Upgrade" answer 200 with such a type, and do the same as after 101.
    private const string StreamType = "application/vnd.docker.";

    private readonly ArrayBufferWriter<byte> _received = new(1024);
    private readonly long _begun = Stopwatch.GetTimestamp();

    /// <summary>Reads the head; returns what came after it.</summary>
    /// <exception cref="EngineRefusedException">It is an error.</exception>
    /// <exception cref="DockerEngineException">It is no answer of an engine.</exception>
    public ReadOnlyMemory<byte> ReadHead()
    {
        int end;
        while ((end = _received.WrittenSpan.IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (_received.WrittenCount > LongestHead)
            {
                throw NotDocker("its head has no end");
            }

            if (Receive() == 0)
            {
                throw _received.WrittenCount == 0
                    ? EngineFault.BrokenOff(endpoint, asked, "the connection ended before it began", null)
                    : NotDocker("its head breaks off");
            }
        }

        var head = Encoding.Latin1.GetString(_received.WrittenSpan[..end]);
        Check(head, end + 4);
        return _received.WrittenMemory[(end + 4)..];
    }

    private void Check(string head, int bodyStart)
    {
        if (
            !head.StartsWith("HTTP/1.", StringComparison.Ordinal)
            || head.Length < 12
            || !int.TryParse(head.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        )
        {
            throw NotDocker("it is no HTTP");
        }

        if (status == 101 || (status == 200 && IsStream(head)))
        {
            return;
        }

        if (status < 400)
        {
            throw NotDocker($"it is {status} without the stream that was asked for");
        }

        // Engines up to 20.10 refuse on the stream itself, in plain words.
        var body = ReadErrorBody(bodyStart);
        throw new EngineRefusedException(
            status,
            IsStream(head) && !string.IsNullOrWhiteSpace(body)
                ? new EngineMessage(AnswerText.Show(body, AnswerText.LongestMessage), IsEngines: true)
                : EngineMessage.Read(endpoint, asked, status, body)
        );
    }

    private static bool IsStream(string head) =>
        head.Split("\r\n")
            .Any(static line =>
                line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase)
                && line.AsSpan("Content-Type:".Length).Trim().StartsWith(StreamType, StringComparison.OrdinalIgnoreCase)
            );

    private DockerEngineException NotDocker(string what) =>
        EngineFault.NotDocker(endpoint, null, asked, $"{what}, {AnswerText.Quote(_received.WrittenSpan)}");

    private int Receive()
    {
        var left = timeout - Stopwatch.GetElapsedTime(_begun);
        if (left <= TimeSpan.FromMilliseconds(1))
        {
            throw new SocketException((int)SocketError.TimedOut);
        }

        connection.Timeout = left;
        var count = connection.Read(_received.GetSpan(1024));
        _received.Advance(count);
        return count;
    }

    // An error is short JSON; its object ends where its outermost brace does, however the body was framed.
    private string ReadErrorBody(int start)
    {
        try
        {
            while (
                _received.WrittenCount - start < LongestErrorBody && _received.WrittenSpan[start..].IndexOf((byte)'}') < 0 && Receive() > 0
            ) { }
        }
        catch (SocketException)
        {
            // What has come of it is told; that it is an error is known.
        }

        var body = Encoding.UTF8.GetString(_received.WrittenSpan[start..]);
        var from = body.IndexOf('{', StringComparison.Ordinal);
        var to = body.LastIndexOf('}');
        return from >= 0 && to > from ? body[from..(to + 1)] : body;
    }
}
