using System.Net;
using System.Net.Http.Headers;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Docker.Connection;
using Polly;
using Polly.Timeout;

namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>Sends requests with tries and deadlines; the key goes to the server itself and to nobody else.</summary>
internal sealed class WandbHttp : IDisposable
{
    private readonly WandbOptions _options;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline _repeatable;
    private readonly ResiliencePipeline _once;
    private readonly AuthenticationHeaderValue _authorization;

    public WandbHttp(WandbOptions options)
    {
        _options = options;
        Mask = new KeyMask(options.ApiKey);
        _authorization = new AuthenticationHeaderValue("Basic", Mask.Header);
        _client = options.Handler is { } handler
            ? new HttpClient(handler, disposeHandler: false)
            : new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) });
        _client.Timeout = Timeout.InfiniteTimeSpan;
        _repeatable = WandbRetry.Create(options, CallKind.Repeatable);
        _once = WandbRetry.Create(options, CallKind.Once);
    }

    /// <summary>Takes the key out of texts.</summary>
    public KeyMask Mask { get; }

    /// <summary>
    /// Sends until there is an answer that <paramref name="read"/> takes. What it throws as <see cref="TransportException"/> is tried again
    /// too.
    /// </summary>
    public async Task<T> SendAsync<T>(
        CallKind kind,
        string what,
        Func<HttpRequestMessage> create,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await (kind == CallKind.Repeatable ? _repeatable : _once)
                .ExecuteAsync(async token => await TryAsync(create, read, token).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TransportException error) when (error.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new RunQueueDeniedException(
                $"W&B at {_options.BaseUrl} refuses the API key ({(int)error.Status} for {what}): set {WandbApiKey.Variable} to a valid key of a user with rights on '{_options.Entity}'"
            );
        }
        catch (TransportException error)
        {
            throw new RunQueueUnavailableException(
                $"W&B at {_options.BaseUrl} did not do {what}: {Mask.Line(error.Message)}; it is tried again later"
            );
        }
        catch (TimeoutRejectedException)
        {
            throw new RunQueueUnavailableException(
                $"W&B at {_options.BaseUrl} did not do {what} within {_options.CallDeadline.TotalSeconds:0.#} s; it is tried again later"
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<T> TryAsync<T>(
        Func<HttpRequestMessage> create,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken token
    )
    {
        using var deadline = new LinkedDeadline(_options.TryDeadline, _options.TimeProvider, token);
        try
        {
            using var request = create();
            if (IsServer(request.RequestUri!))
            {
                request.Headers.Authorization = _authorization;
            }

            using var response = await _client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token)
                .ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new TransportException($"it answered {(int)response.StatusCode}", response.StatusCode)
                {
                    RetryAfter = RetryAfter(response.Headers.RetryAfter),
                    NothingDone = response.StatusCode == HttpStatusCode.TooManyRequests,
                };
            }

            return await read(response, deadline.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException error)
        {
            // The message may quote the server; its kind says enough.
            throw new TransportException($"the connection failed ({error.HttpRequestError})", inner: null)
            {
                NothingDone =
                    error.HttpRequestError
                        is HttpRequestError.ConnectionError
                            or HttpRequestError.NameResolutionError
                            or HttpRequestError.ProxyTunnelError
                            or HttpRequestError.SecureConnectionError,
            };
        }
        catch (IOException)
        {
            throw new TransportException("the connection broke while it answered");
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new TransportException($"no answer within {_options.TryDeadline.TotalSeconds:0.#} s");
        }
    }

    private bool IsServer(Uri address) =>
        address.Scheme == _options.BaseUrl.Scheme && address.IdnHost == _options.BaseUrl.IdnHost && address.Port == _options.BaseUrl.Port;

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - _options.TimeProvider.GetUtcNow() : null);
        return wait is { } time && time >= TimeSpan.Zero ? time : null;
    }
}
