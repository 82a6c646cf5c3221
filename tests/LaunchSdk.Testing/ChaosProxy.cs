using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace LaunchSdk.Testing;

/// <summary>
/// A unix socket before an engine's that answers some requests by itself, with anything, and hands the others on: a broken proxy, another
/// service at the
/// engine's address, or an engine that lies.
/// </summary>
public sealed class ChaosProxy : IAsyncDisposable
{
    private readonly UnixServer _server;
    private readonly ConcurrentQueue<string> _answered = new();
    private readonly TaskCompletionSource _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _hasAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _inputEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _engine;
    private long _sent;

    /// <param name="engineHost">The engine's address, a unix socket.</param>
    public ChaosProxy(string engineHost)
    {
        _engine = engineHost["unix://".Length..];
        _server = new UnixServer(ServeAsync);
    }

    /// <summary>The address for DOCKER_HOST.</summary>
    public string Host => _server.Host;

    /// <summary>What is answered here; null for a request that is handed on.</summary>
    public Func<RecordedRequest, ChaosAnswer?> Answer { get; set; } = static _ => null;

    /// <summary>Whether a container's streams are kept open after the engine has closed them.</summary>
    public bool KeepsAttachOpen { get; init; }

    /// <summary>
    /// How many bytes of a container's streams come through, before the connection goes dumb as one that a NAT has forgotten; null for all.
    /// </summary>
    public int? AttachBytes { get; init; }

    /// <summary>Ends when a client has ended its side of a container's streams.</summary>
    public Task InputEnded => _inputEnded.Task;

    /// <summary>How many bytes were sent to clients.</summary>
    public long BytesSent => Interlocked.Read(ref _sent);

    /// <summary>The requests that were answered here.</summary>
    public IReadOnlyList<string> Answered => [.. _answered];

    /// <summary>Ends when a request has come that is answered here.</summary>
    public Task WhenAnsweredAsync() => _hasAnswered.Task;

    /// <summary>
    /// Answers the requests whose line, such as <c>GET /containers/json</c>, matches a pattern in which <c>*</c> is any part of a path.
    /// </summary>
    public void On(string pattern, ChaosAnswer answer) => Answer = request => IsMatch(request.Line, pattern) ? answer : null;

    public async ValueTask DisposeAsync()
    {
        _ending.TrySetResult();
        await _server.DisposeAsync();
    }

    private static bool IsMatch(string line, string pattern)
    {
        var (given, wanted) = (line.Split('/'), pattern.Split('/'));
        return given.Length == wanted.Length && given.Zip(wanted).All(static pair => pair.Second == "*" || pair.First == pair.Second);
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var client = new CountingStream(socket, count => Interlocked.Add(ref _sent, count));
        var exchange = new HttpExchange(client);
        using var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _server.Own(engine);
        var back = Task.CompletedTask;
        while (await exchange.ReadAsync() is { } request)
        {
            if (Answer(request) is { } answer)
            {
                _answered.Enqueue(request.Line);
                _hasAnswered.TrySetResult();
                await answer.WriteAsync(client);
                return;
            }

            var isStream = request.Headers.ContainsKey("Upgrade");
            if (!engine.Connected)
            {
                await engine.ConnectAsync(new UnixDomainSocketEndPoint(_engine));
                back = isStream ? CopyStreamAsync(engine, client) : CopyAsync(engine, client);
            }

            await engine.SendAsync(Bytes(request));
            if (isStream)
            {
                await SendInputAsync(exchange, client, engine);
                await back;
                await (KeepsAttachOpen || AttachBytes is not null ? _ending.Task : Task.CompletedTask);
                return;
            }
        }
    }

    // The request as it came, but for the framing of its body.
    private static byte[] Bytes(RecordedRequest request)
    {
        var query = string.Join(
            '&',
            request.Query.Select(static pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")
        );
        var head = new StringBuilder(
            $"{request.Method} {(request.Version is { } version ? $"/v{version}" : "")}{request.Path}{(query.Length > 0 ? "?" + query : "")} HTTP/1.1\r\n"
        );
        foreach (
            var (name, value) in request.Headers.Where(static header =>
                header.Key is not ("Content-Length" or "Transfer-Encoding" or "Expect")
            )
        )
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        head.Append("Content-Length: ").Append(request.Content.Length).Append("\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head.ToString()), .. request.Content.Span];
    }

    private static async Task CopyAsync(Socket engine, Stream client)
    {
        try
        {
            await using var answers = new NetworkStream(engine);
            await answers.CopyToAsync(client);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException)
        {
            // Both sides may drop their connections whenever they like.
        }

        await client.DisposeAsync();
    }

    private async Task CopyStreamAsync(Socket engine, Stream client)
    {
        var left = AttachBytes ?? int.MaxValue;
        var isHead = true;
        var buffer = new byte[16 * 1024];
        while (await engine.ReceiveAsync(buffer) is > 0 and var count)
        {
            var taken = isHead ? count : Math.Min(count, left);
            left -= isHead ? 0 : taken;
            isHead = false;
            await client.WriteAsync(buffer.AsMemory(0, taken));
        }

        if (!KeepsAttachOpen && AttachBytes is null)
        {
            await client.DisposeAsync();
        }
    }

    private async Task SendInputAsync(HttpExchange exchange, Stream client, Socket engine)
    {
        await engine.SendAsync(exchange.TakeBuffered());
        var buffer = new byte[16 * 1024];
        while (await client.ReadAsync(buffer) is > 0 and var count)
        {
            await engine.SendAsync(buffer.AsMemory(0, count));
        }

        _inputEnded.TrySetResult();
        engine.Shutdown(SocketShutdown.Send);
    }
}
