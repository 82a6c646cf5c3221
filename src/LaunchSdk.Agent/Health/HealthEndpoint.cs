using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LaunchSdk.Agent.Status;
using LaunchSdk.Problems;

namespace LaunchSdk.Agent.Health;

/// <summary>
/// Answers <c>GET /healthz</c> (the agent runs), <c>/readyz</c> (it takes jobs and reaches what it needs) and <c>/metrics</c> on the
/// loopback. It speaks as much HTTP as these need: one request a connection, at most 4 KiB of it read, 5 s for each.
/// </summary>
internal sealed class HealthEndpoint : IAsyncDisposable
{
    private const int LongestRequest = 4096;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly TcpListener _listener;
    private readonly StatusBoard _board;
    private readonly AgentMetrics _metrics = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    private HealthEndpoint(int port, StatusBoard board)
    {
        _board = board;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Serves; null where no port is wanted.</summary>
    public static HealthEndpoint? Start(int? port, StatusBoard board) => port is { } wanted ? new HealthEndpoint(wanted, board) : null;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        _metrics.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was told to stop.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            deadline.CancelAfter(Longest);
            var stream = client.GetStream();
            var (status, body) = Answer(await ReadPathAsync(stream, deadline.Token).ConfigureAwait(false));
            var content = Encoding.UTF8.GetBytes(body);
            var head = string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 {status}\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n"
            );
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), deadline.Token).ConfigureAwait(false);
            await stream.WriteAsync(content, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Whoever asked has gone.
        }
    }

    private static async Task<string?> ReadPathAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var (buffer, length) = (new byte[LongestRequest], 0);
        while (length < buffer.Length && buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        var parts = Encoding.ASCII.GetString(buffer, 0, length).Split('\n')[0].Split(' ');
        return parts is ["GET", var path, ..] ? path.Split('?')[0] : null;
    }

    private (string Status, string Body) Answer(string? path)
    {
        var status = _board.Read();
        return path switch
        {
            "/healthz" => status.Phase == AgentPhase.Ended ? ("503 Service Unavailable", "ended\n") : ("200 OK", "ok\n"),
            "/readyz" => status.IsReady ? ("200 OK", "ready\n") : ("503 Service Unavailable", WhyNot(status)),
            "/metrics" => ("200 OK", _metrics.Write(status)),
            null => ("405 Method Not Allowed", "GET only\n"),
            _ => ("404 Not Found", "there are /healthz, /readyz and /metrics\n"),
        };
    }

    private static string WhyNot(AgentStatus status) =>
        string.Join(
            '\n',
            (
                (string?[])
                    [
                        $"phase: {status.Phase}",
                        status.BackendProblem,
                        status.EngineProblem,
                        .. status.Queues.Select(static queue => queue.Problem),
                    ]
            )
                .OfType<string>()
                .Select(PrintableText.Message)
        ) + "\n";
}
