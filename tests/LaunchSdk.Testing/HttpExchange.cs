using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LaunchSdk.Testing;

/// <summary>Reads requests from one connection and writes answers to it: as much of HTTP/1.1 as clients of the Engine API use.</summary>
internal sealed partial class HttpExchange(NetworkStream stream)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    public NetworkStream Stream => stream;

    /// <summary>The next request; null when the client closed the connection.</summary>
    public async Task<RecordedRequest?> ReadAsync()
    {
        if (await ReadLineAsync() is not { Length: > 0 } requestLine)
        {
            return null;
        }

        var parts = requestLine.Split(' ');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        var body = await ReadBodyAsync(headers);
        var target = parts[1].Split('?', 2);
        var version = VersionPrefix().Match(target[0]);
        return new RecordedRequest(
            parts[0],
            Uri.UnescapeDataString(target[0][version.Length..]),
            version.Success ? version.Groups[1].Value : null,
            ParseQuery(target.Length > 1 ? target[1] : ""),
            headers,
            ParseJson(body, headers)
        )
        {
            Content = body,
        };
    }

    /// <summary>What the client sent beyond its last request.</summary>
    public ReadOnlyMemory<byte> TakeBuffered()
    {
        var taken = _buffer.AsMemory(_start, _end - _start).ToArray();
        _start = _end;
        return taken;
    }

    public async Task WriteAsync(string status, string body, params string[] headers)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        await WriteHeadAsync(
            status,
            [$"Content-Length: {bytes.Length.ToString(CultureInfo.InvariantCulture)}", "Content-Type: application/json", .. headers]
        );
        await stream.WriteAsync(bytes);
    }

    public async Task WriteHeadAsync(string status, params string[] headers)
    {
        var head = new StringBuilder().Append("HTTP/1.1 ").Append(status).Append("\r\n");
        foreach (var header in headers)
        {
            head.Append(header).Append("\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
    }

    private static Dictionary<string, string> ParseQuery(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            values[Decode(parts[0])] = parts.Length > 1 ? Decode(parts[1]) : "";
        }

        return values;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static JsonNode? ParseJson(byte[] body, Dictionary<string, string> headers)
    {
        if (
            body.Length == 0
            || !headers.TryGetValue("Content-Type", out var type)
            || !type.StartsWith("application/json", StringComparison.Ordinal)
        )
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<byte[]> ReadBodyAsync(Dictionary<string, string> headers)
    {
        if (headers.TryGetValue("Content-Length", out var length))
        {
            return await ReadExactlyAsync(int.Parse(length, CultureInfo.InvariantCulture));
        }

        if (!headers.TryGetValue("Transfer-Encoding", out var encoding) || encoding != "chunked")
        {
            return [];
        }

        using var body = new MemoryStream();
        while (int.Parse((await ReadLineAsync())!, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var size)
        {
            body.Write(await ReadExactlyAsync(size));
            await ReadLineAsync();
        }

        await ReadLineAsync();
        return body.ToArray();
    }

    private async Task<byte[]> ReadExactlyAsync(int count)
    {
        var bytes = new byte[count];
        var done = 0;
        while (done < count && (_start < _end || await FillAsync()))
        {
            var part = Math.Min(_end - _start, count - done);
            _buffer.AsSpan(_start, part).CopyTo(bytes.AsSpan(done));
            _start += part;
            done += part;
        }

        return done == count ? bytes : throw new EndOfStreamException("The client closed the connection in the middle of a body.");
    }

    private async Task<string?> ReadLineAsync()
    {
        var line = new StringBuilder();
        while (_start < _end || await FillAsync())
        {
            var next = (char)_buffer[_start++];
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(next);
        }

        return line.Length == 0 ? null : line.ToString();
    }

    private async Task<bool> FillAsync()
    {
        _start = 0;
        _end = await stream.ReadAsync(_buffer);
        return _end > 0;
    }

    [GeneratedRegex(@"^/v(\d+\.\d+)(?=/)")]
    private static partial Regex VersionPrefix();
}
