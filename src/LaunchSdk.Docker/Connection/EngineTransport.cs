using System.Net.Sockets;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// Connections to one engine: pooled HTTP for requests with an end, and connections taken over for a container's streams. Docker.DotNet's client
/// sends through the same pool (<see cref="EngineClient"/>); it has no wait condition and its streams cost a frame twice, so those requests are made here.
/// </summary>
internal sealed class EngineTransport : IDisposable
{
    /// <summary>The name in requests; connections go to the endpoint whatever it is.</summary>
    public static readonly Uri BaseAddress = new("http://docker/");

    private const int DefaultTcpPort = 2375;

    private readonly TimeSpan _connectTimeout;
    private readonly HttpClient _http;

    public EngineTransport(EngineEndpoint endpoint, TimeSpan connectTimeout)
    {
        Endpoint = endpoint;
        _connectTimeout = connectTimeout;
        Handler = new SocketsHttpHandler
        {
            ConnectCallback = (_, cancellationToken) => ConnectAsync(cancellationToken),
            ConnectTimeout = connectTimeout,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        };
        _http = new HttpClient(Handler, disposeHandler: false) { BaseAddress = BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("LaunchSdk");
    }

    public EngineEndpoint Endpoint { get; }

    public SocketsHttpHandler Handler { get; }

    /// <summary>Sends a request without a body and returns as soon as the head of the answer is there.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Posts JSON and returns when the whole answer is there.</summary>
    public async Task<HttpResponseMessage> SendJsonAsync(string path, byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return await _http.PostAsync(path, content, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a connection and takes it over for a container's streams. Blocks: see <see cref="HijackedConnection"/>.</summary>
    public HijackedConnection Hijack(string path)
    {
        var socket = CreateSocket();
        try
        {
            socket.Connect(RemoteEndPoint());
            return HijackedConnection.Open(socket, path, _connectTimeout);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        Handler.Dispose();
    }

    private async ValueTask<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = CreateSocket();
        try
        {
            await socket.ConnectAsync(RemoteEndPoint(), cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private Socket CreateSocket() => Endpoint.SocketPath is null
        ? new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
        : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private System.Net.EndPoint RemoteEndPoint()
    {
        if (Endpoint.SocketPath is { } path)
        {
            return new UnixDomainSocketEndPoint(path);
        }

        var uri = new Uri(Endpoint.Host);
        return new System.Net.DnsEndPoint(uri.DnsSafeHost, uri.Port > 0 ? uri.Port : DefaultTcpPort);
    }
}
