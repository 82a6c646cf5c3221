namespace LaunchSdk.Docker.Connection;

/// <summary>
/// Connections to one engine: pooled HTTP for requests with an end, and connections taken over for a container's streams. Docker.DotNet's client
/// sends through the same pool (<see cref="EngineClient"/>); it has no wait condition and its streams cost a frame twice, so those requests are made here.
/// </summary>
internal sealed class EngineTransport : IDisposable
{
    /// <summary>The name in requests; connections go to the endpoint whatever it is.</summary>
    public static readonly Uri BaseAddress = new("http://docker/");

    private readonly TimeSpan _connectTimeout;
    private readonly HttpClient _http;
    private readonly IEngineDialer _dialer;

    public EngineTransport(EngineEndpoint endpoint, TimeSpan connectTimeout, Func<string, string?> environment)
    {
        Endpoint = endpoint;
        Environment = environment;
        _dialer = CreateDialer(endpoint, connectTimeout, environment);
        _connectTimeout = connectTimeout;
        Handler = CreateHandler(_dialer.DialAsync, connectTimeout);
        _http = new HttpClient(Handler, disposeHandler: false) { BaseAddress = BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("LaunchSdk");
    }

    public EngineEndpoint Endpoint { get; }

    /// <summary>Looks up environment variables of the client.</summary>
    public Func<string, string?> Environment { get; }

    public SocketsHttpHandler Handler { get; }

    /// <summary>Sends a request without a body and returns as soon as the head of the answer is there.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request with headers or a body of its own and returns as soon as the head of the answer is there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>Sends a request with a long body on a connection of its own, and reads the engine's answer also where it comes before the body is sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="refused">Told when the engine takes no more of the body.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <returns>The answer, and the connection, to be disposed of after it.</returns>
    public async Task<(HttpResponseMessage Response, IDisposable Connection)> UploadAsync(HttpRequestMessage request, Action refused, CancellationToken cancellationToken)
    {
        var handler = CreateHandler(async token => new UploadStream(await _dialer.DialAsync(token).ConfigureAwait(false), refused), _connectTimeout);
        var http = new HttpClient(handler) { BaseAddress = BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            return (await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false), http);
        }
        catch
        {
            http.Dispose();
            throw;
        }
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
        var connection = _dialer.Dial(_connectTimeout);
        try
        {
            return HijackedConnection.Open(connection, path, _connectTimeout);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        Handler.Dispose();
        _dialer.Dispose();
    }

    private static SocketsHttpHandler CreateHandler(Func<CancellationToken, ValueTask<Stream>> dial, TimeSpan connectTimeout) => new()
    {
        ConnectCallback = (_, cancellationToken) => dial(cancellationToken),
        ConnectTimeout = connectTimeout,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    };

    private static IEngineDialer CreateDialer(EngineEndpoint endpoint, TimeSpan connectTimeout, Func<string, string?> environment) => (endpoint.Scheme, endpoint.Tls) switch
    {
        ("npipe", _) => new PipeDialer(endpoint.Host),
        ("ssh", _) => new SshDialer(endpoint, connectTimeout, environment),
        (_, { } tls) => new TlsDialer(endpoint, tls),
        _ => new SocketDialer(endpoint),
    };
}
