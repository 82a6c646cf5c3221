using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LaunchSdk.Testing;

/// <summary>Something that a <see cref="ChaosProxy"/> sends in place of an engine's answer. It ends with the connection.</summary>
/// <param name="Name">What it is, in the words of a test's name.</param>
/// <param name="WriteAsync">Writes it; what has no end goes on until the client closes.</param>
public sealed record ChaosAnswer(string Name, Func<Stream, Task> WriteAsync)
{
    private const string Html = "<html><head><title>Sign in</title></head>\n<body>to the \u001b[31mhotel\u0007 network</body></html>";

    // Far beyond what a client may keep; a client that reads to the end is found out by the count of bytes.
    private const long Endless = 1L << 30;

    /// <summary>Answers that no request can be content with.</summary>
    public static IReadOnlyList<ChaosAnswer> OfNoEngine { get; } =
    [
        Whole("truncated JSON", "200 OK", "application/json", "{\"Id\":nul"),
        Whole("an empty body", "200 OK", "application/json", ""),
        Whole("null", "200 OK", "application/json", "null"),
        Whole("a number", "200 OK", "application/json", "17"),
        Whole("a list of nulls", "200 OK", "application/json", "[null]"),
        Whole(
            "values of other types",
            "200 OK",
            "application/json",
            """{"Id":5,"State":"up","StatusCode":"no","Os":[],"OSType":{},"status":7}"""
        ),
        Whole("JSON as deep as it is long", "200 OK", "application/json", new string('[', 100_000)),
        Whole("a page of HTML with 200", "200 OK", "text/html", Html),
        Whole("a page of HTML with 502", "502 Bad Gateway", "text/html", Html),
        Whole("a redirect", "302 Found\r\nLocation: http://elsewhere/", "text/html", Html),
        Cut("a page of HTML with 502 that is shorter than its length", "502 Bad Gateway", "text/html", Html),
        Cut("a body that is shorter than its length", "200 OK", "application/json", "[{\"Id\":\"00"),
        Forever(
            "an error without an end",
            "HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"message\":\"",
            "so it goes on "
        ),
        Forever(
            "a body without an end",
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n[{\"Id\":\"",
            "0123456789abcdef"
        ),
        Forever("headers without an end", "HTTP/1.1 200 OK\r\n", "X-More: of the same\r\n"),
        new("bytes that are no HTTP", static stream => WriteQuietlyAsync(stream, Noise())),
        new("nothing", static _ => Task.CompletedTask),
        Raw("half a head", "HTTP/1.1 200 O"),
        Raw("a chunk with a false length", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"Id\":1}\r\n0\r\n\r\n"),
    ];

    /// <summary>Nothing, and the connection stays open until the client closes it.</summary>
    public static ChaosAnswer Silence { get; } = Stalled("silence", "");

    /// <summary>Some bytes, after which nothing comes until the client closes the connection.</summary>
    public static ChaosAnswer Stalled(string name, string text) =>
        new(
            name,
            async stream =>
            {
                await WriteQuietlyAsync(stream, Encoding.UTF8.GetBytes(text));
                var rest = new byte[16 * 1024];
                while (await stream.ReadAsync(rest) > 0) { }
            }
        );

    /// <summary>An answer with its length.</summary>
    public static ChaosAnswer Whole(string name, string status, string type, string body) =>
        Raw(name, $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {Length(body)}\r\nConnection: close\r\n\r\n{body}");

    /// <summary>An answer that ends before its length.</summary>
    public static ChaosAnswer Cut(string name, string status, string type, string body) =>
        Raw(name, $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n{body}");

    /// <summary>Some bytes as they are.</summary>
    public static ChaosAnswer Raw(string name, string text) => new(name, stream => WriteQuietlyAsync(stream, Encoding.UTF8.GetBytes(text)));

    /// <summary>A beginning, and then the same over and over.</summary>
    public static ChaosAnswer Forever(string name, string start, string more) =>
        new(
            name,
            async stream =>
            {
                var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(more, 1 + (64 * 1024 / more.Length))));
                var sent = 0L;
                await WriteQuietlyAsync(stream, Encoding.UTF8.GetBytes(start));
                while (sent < Endless && await WriteQuietlyAsync(stream, block))
                {
                    sent += block.Length;
                }
            }
        );

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Length(string body) => Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);

    private static byte[] Noise()
    {
        var bytes = new byte[4096];
        new Random(14).NextBytes(bytes);
        return bytes;
    }

    // A client may close whenever it has seen enough.
    private static async Task<bool> WriteQuietlyAsync(Stream stream, byte[] bytes)
    {
        try
        {
            await stream.WriteAsync(bytes);
            return true;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}
