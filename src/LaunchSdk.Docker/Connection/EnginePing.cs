using System.Net.Sockets;

namespace LaunchSdk.Docker.Connection;

/// <summary>What <c>GET /_ping</c> tells of an engine.</summary>
internal sealed record EnginePing(Version ApiVersion, string OSType)
{
    public static async Task<EnginePing> SendAsync(EngineTransport transport, DockerEngineOptions options, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.ConnectTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await transport.SendAsync(HttpMethod.Get, "/_ping", either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                var body = await response.Content.ReadAsStringAsync(either.Token).ConfigureAwait(false);
                if (body.Contains("HTTP request to an HTTPS server", StringComparison.Ordinal))
                {
                    throw Unavailable(transport.Endpoint, "it speaks TLS", "Set DOCKER_TLS_VERIFY=1, and DOCKER_CERT_PATH to the folder of ca.pem, cert.pem and key.pem", null);
                }

                throw Unavailable(transport.Endpoint, $"it answered {(int)response.StatusCode}: {EngineMessage.FromBody(body)}", "Look at the engine's log", null);
            }

            // Engines before 1.24 name no version; the negotiation refuses them by this one.
            var version = Header(response, "Api-Version") is { } text && Version.TryParse(text, out var parsed) ? parsed : new Version(1, 23);
            return new EnginePing(version, Header(response, "Ostype") ?? "linux");
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable(transport.Endpoint, $"no answer within {options.ConnectTimeout.TotalSeconds:0.#} s", "Look whether the engine is busy or stuck, or raise DockerEngineOptions.ConnectTimeout", e);
        }
        catch (HttpRequestException e)
        {
            throw Explain(transport.Endpoint, e);
        }
    }

    /// <summary>An exception for a connection that could not be made or broke.</summary>
    public static DockerEngineUnavailableException Explain(EngineEndpoint endpoint, Exception exception)
    {
        if (Find<DockerEngineUnavailableException>(exception) is { } explained)
        {
            return explained;
        }

        if (Find<SshFailedException>(exception) is { } ssh)
        {
            return Unavailable(endpoint, ssh.Message, ssh.Advice, exception);
        }

        if (endpoint.Tls is { } tls && TlsFailure.Explain(tls, exception) is { } failure)
        {
            return Unavailable(endpoint, failure.Reason, failure.Advice, exception);
        }

        var socketError = (exception.GetBaseException() as SocketException)?.SocketErrorCode;
        return (endpoint.SocketPath, socketError) switch
        {
            ({ } path, SocketError.AccessDenied) => Unavailable(endpoint, "this user may not open the socket", $"Add the user to the group that owns {path} (`sudo usermod -aG docker $USER`, then log in again), or run as root", exception),
            ({ } path, _) when !File.Exists(path) => Unavailable(endpoint, "there is no such socket", "Start Docker Engine (`sudo systemctl start docker`), install it, or set DOCKER_HOST to the engine's address", exception),
            ({ }, SocketError.ConnectionRefused) => Unavailable(endpoint, "nothing listens on the socket", "Start Docker Engine (`sudo systemctl start docker`) or set DOCKER_HOST to the engine's address", exception),
            (null, SocketError.ConnectionRefused) => Unavailable(endpoint, "nothing listens on that port", "Look whether the engine was started with -H tcp://, and whether it speaks TLS", exception),
            (null, SocketError.HostNotFound) => Unavailable(endpoint, "the host name is not known", "Correct the address", exception),
            _ => Unavailable(endpoint, exception.GetBaseException().Message, "Look whether Docker Engine runs there", exception),
        };
    }

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        while (exception is not (null or T))
        {
            exception = exception.InnerException;
        }

        return exception as T;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? values.FirstOrDefault() : null;

    private static DockerEngineUnavailableException Unavailable(EngineEndpoint endpoint, string reason, string advice, Exception? inner) =>
        new(endpoint.Host, $"{reason} (the address comes from {endpoint.Source})", advice, inner);
}
