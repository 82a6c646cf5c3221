namespace LaunchSdk.Docker.Connection;

/// <summary>
/// Connections to one engine: pooled HTTP for requests with an end, and connections taken over for a container's streams. Docker.DotNet's
/// client
/// sends through the same pool (<see cref="EngineClient"/>); it has no wait condition and its streams cost a frame twice, so those requests
/// are made here.
/// </summary>
internal sealed class EngineTransport : IDisposable
{
    /// <summary>The name in requests; connections go to the endpoint whatever it is.</summary>
    public static readonly Uri BaseAddress = new("http://docker/");

    private readonly TimeSpan _connectTimeout;
    private readonly HttpClient _http;
    private readonly IEngineDialer _dialer;

    public EngineTransport(
        EngineEndpoint endpoint,
        TimeSpan connectTimeout,
        Func<string, string?> environment,
        TimeProvider timeProvider,
        IProgress<EngineSilence>? silence = null,
        EngineTimeouts? timeouts = null
    )
    {
        Bounds = new RequestBounds(timeouts ?? new EngineTimeouts());
        Endpoint = endpoint;
        Answers = new EngineAnswers(endpoint, timeProvider);
        Environment = environment;
        Pulse = new EnginePulse(endpoint.Host, PingAsync, silence, timeProvider);
        _dialer = CreateDialer(endpoint, connectTimeout, environment);
        _connectTimeout = connectTimeout;
        Handler = CreateHandler(_dialer.DialAsync, connectTimeout);
        _http = new HttpClient(Handler, disposeHandler: false) { BaseAddress = BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("LaunchSdk");
    }

    public EngineEndpoint Endpoint { get; }

    /// <summary>Reads what the engine answers.</summary>
    public EngineAnswers Answers { get; }

    /// <summary>Watches the engine while something waits for it.</summary>
    public EnginePulse Pulse { get; }

    /// <summary>How long requests may wait.</summary>
    public RequestBounds Bounds { get; }

    /// <summary>Looks up environment variables of the client.</summary>
    public Func<string, string?> Environment { get; }

    public SocketsHttpHandler Handler { get; }

    /// <summary>Sends a request without a body and returns as soon as the head of the answer is there.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends a request with headers or a body of its own and returns as soon as the head of the answer is there. The engine is watched
    /// meanwhile, and while the body is read; both have the bounds of their kind of request.
    /// </summary>
    /// <exception cref="DockerEngineException">No engine could be reached, it is silent, or what answered is none.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (head, body) = Bounds.Of(request);
        try
        {
            var response = await Pulse
                .WatchAsync((_, token) => SendUnwatchedAsync(request, token), head, cancellationToken)
                .ConfigureAwait(false);
            response.Content = new PulsedContent(response.Content, Pulse, body);
            return response;
        }
        catch (EngineSilentException e)
        {
            throw EngineFault.Silent(Endpoint, EngineFault.Asked(request), e);
        }
    }

    /// <summary>The same without watching the engine, for who has a deadline of its own or waits for nothing.</summary>
    /// <exception cref="DockerEngineException">No engine could be reached, or what answered is none.</exception>
    public async Task<HttpResponseMessage> SendUnwatchedAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            Pulse.Hear();
            return response;
        }
        catch (HttpRequestException e)
        {
            throw EngineFault.OfSending(Endpoint, request, e);
        }
    }

    /// <summary>
    /// Sends a request with a long body on a connection of its own, and reads the engine's answer also where it comes before the body is
    /// sent.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="refused">Called when the engine takes no more of the body.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <returns>The answer, and the connection, to be disposed of after it.</returns>
    public async Task<(HttpResponseMessage Response, IDisposable Connection)> UploadAsync(
        HttpRequestMessage request,
        Action refused,
        CancellationToken cancellationToken
    )
    {
        PulseWait? sending = null;
        var handler = CreateHandler(
            async token => new UploadStream(await _dialer.DialAsync(token).ConfigureAwait(false), refused, () => sending?.Renew()),
            _connectTimeout
        );
        var (head, body) = Bounds.Of(request);
        var http = new HttpClient(handler) { BaseAddress = BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            var response = await Pulse
                .WatchAsync(
                    (wait, token) =>
                    {
                        sending = wait;
                        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
                    },
                    head,
                    cancellationToken
                )
                .ConfigureAwait(false);
            response.Content = new PulsedContent(response.Content, Pulse, body);
            return (response, http);
        }
        catch
        {
            http.Dispose();
            throw;
        }
    }

    /// <summary>Posts JSON and returns as soon as the head of the answer is there.</summary>
    public async Task<HttpResponseMessage> SendJsonAsync(string path, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a connection and takes it over for a container's streams. Blocks: see <see cref="HijackedConnection"/>.</summary>
    /// <exception cref="EngineRefusedException">The engine answered with an error.</exception>
    /// <exception cref="DockerEngineException">No engine could be reached, or what answered is none.</exception>
    public HijackedConnection Hijack(string path)
    {
        IRawConnection? connection = null;
        try
        {
            connection = _dialer.Dial(_connectTimeout);
            return HijackedConnection.Open(connection, Endpoint, path, _connectTimeout);
        }
        catch (Exception e)
        {
            connection?.Dispose();
            throw e is EngineRefusedException or DockerEngineException ? e : EnginePing.Explain(Endpoint, e);
        }
    }

    public void Dispose()
    {
        Pulse.Dispose();
        _http.Dispose();
        Handler.Dispose();
        _dialer.Dispose();
    }

    private async Task PingAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_ping");
        using var response = await SendUnwatchedAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static SocketsHttpHandler CreateHandler(Func<CancellationToken, ValueTask<Stream>> dial, TimeSpan connectTimeout) =>
        new()
        {
            ConnectCallback = (_, cancellationToken) => dial(cancellationToken),
            ConnectTimeout = connectTimeout,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        };

    private static IEngineDialer CreateDialer(EngineEndpoint endpoint, TimeSpan connectTimeout, Func<string, string?> environment) =>
        (endpoint.Scheme, endpoint.Tls) switch
        {
            ("npipe", _) => new PipeDialer(endpoint.Host),
            ("ssh", _) => new SshDialer(endpoint, connectTimeout, environment),
            (_, { } tls) => new TlsDialer(endpoint, tls),
            _ => new SocketDialer(endpoint),
        };
}
