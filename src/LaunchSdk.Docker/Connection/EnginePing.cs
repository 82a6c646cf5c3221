using System.Net.Sockets;
using LaunchSdk.Docker.Errors;

namespace LaunchSdk.Docker.Connection;

/// <summary>What <c>GET /_ping</c> tells of an engine.</summary>
internal sealed record EnginePing(Version ApiVersion, string OSType)
{
    // Engines before 1.24 name no version, and say OK; the negotiation refuses them by this one.
    private static readonly Version Unnamed = new(1, 23);

    public static async Task<EnginePing> SendAsync(
        EngineTransport transport,
        DockerEngineOptions options,
        CancellationToken cancellationToken
    )
    {
        using var either = new LinkedDeadline(options.ConnectTimeout, options.TimeProvider, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/_ping");
            using var response = await transport.SendUnwatchedAsync(request, either.Token).ConfigureAwait(false);
            var body = await transport.Answers.ReadStartAsync(response, either.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? Find(response, body) ?? throw NotDocker(transport.Endpoint, response, body)
                : throw Refused(transport.Endpoint, response, body);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable(
                transport.Endpoint,
                $"no answer within {options.ConnectTimeout.TotalSeconds:0.#} s",
                "Look whether the engine is busy or stuck, or raise DockerEngineOptions.ConnectTimeout",
                e,
                EngineErrorKind.NoEngine
            );
        }
        catch (DockerEngineException e) when (e is not DockerEngineUnavailableException)
        {
            throw new DockerEngineUnavailableException(transport.Endpoint.Host, e.EngineMessage, e.Advice, e) { Kind = e.Kind };
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
            return Unavailable(endpoint, ssh.Message, ssh.Advice, exception, ssh.Kind);
        }

        if (endpoint.Tls is { } tls && TlsFailure.Explain(tls, exception) is { } failure)
        {
            return Unavailable(endpoint, failure.Reason, failure.Advice, exception);
        }

        var socketError = (exception.GetBaseException() as SocketException)?.SocketErrorCode;
        return (endpoint.SocketPath, socketError) switch
        {
            ({ } path, SocketError.AccessDenied) => Unavailable(
                endpoint,
                "this user may not open the socket",
                $"Add the user to the group that owns {path} (`sudo usermod -aG docker $USER`, then log in again), or run as root",
                exception,
                EngineErrorKind.SocketPermission
            ),
            ({ } path, _) when !File.Exists(path) => Unavailable(
                endpoint,
                "there is no such socket",
                "Start Docker Engine (`sudo systemctl start docker`), install it, or set DOCKER_HOST to the engine's address",
                exception,
                EngineErrorKind.NoEngine
            ),
            ({ }, SocketError.ConnectionRefused) => Unavailable(
                endpoint,
                "nothing listens on the socket",
                "Start Docker Engine (`sudo systemctl start docker`) or set DOCKER_HOST to the engine's address",
                exception,
                EngineErrorKind.NoEngine
            ),
            (null, SocketError.ConnectionRefused) => Unavailable(
                endpoint,
                "nothing listens on that port",
                "Look whether the engine was started with -H tcp://, and whether it speaks TLS",
                exception,
                EngineErrorKind.NoEngine
            ),
            (null, SocketError.HostNotFound) => Unavailable(
                endpoint,
                "the host name is not known",
                "Correct the address",
                exception,
                EngineErrorKind.NoEngine
            ),
            _ => Unavailable(endpoint, exception.GetBaseException().Message, "Look whether Docker Engine runs there", exception),
        };
    }

    /// <summary>Whether there is more to say about a broken connection than that it broke: what ssh said, or what TLS refused.</summary>
    public static bool IsExplained(EngineEndpoint endpoint, Exception exception) =>
        Find<DockerEngineUnavailableException>(exception) is not null
        || Find<SshFailedException>(exception) is not null
        || (endpoint.Tls is { } tls && TlsFailure.Explain(tls, exception) is not null);

    private static EnginePing? Find(HttpResponseMessage response, string body)
    {
        var version = Version.TryParse(Header(response, "Api-Version"), out var named) ? named : null;
        if (version is null && Header(response, "Api-Version") is null && body == "OK")
        {
            version = Unnamed;
        }

        var system = Header(response, "Ostype") ?? "linux";
        return version is not null && system is { Length: > 0 and < 20 } && system.All(char.IsAsciiLetterOrDigit)
            ? new EnginePing(version, system)
            : null;
    }

    private static DockerEngineUnavailableException NotDocker(EngineEndpoint endpoint, HttpResponseMessage response, string body) =>
        new(
            endpoint.Host,
            $"what answers there is no Docker Engine (the address comes from {endpoint.Source}): for GET /_ping it sent {AnswerText.Show($"{(int)response.StatusCode} {response.Content.Headers.ContentType} '{body}'", AnswerText.LongestQuote)}",
            "Set DOCKER_HOST to the address of a Docker Engine"
        )
        {
            Kind = EngineErrorKind.BadAnswer,
        };

    private static DockerEngineUnavailableException Refused(EngineEndpoint endpoint, HttpResponseMessage response, string body)
    {
        if (body.Contains("HTTP request to an HTTPS server", StringComparison.Ordinal))
        {
            return Unavailable(
                endpoint,
                "it speaks TLS",
                "Set DOCKER_TLS_VERIFY=1, and DOCKER_CERT_PATH to the folder of ca.pem, cert.pem and key.pem",
                null
            );
        }

        var error = EngineMessage.Read(endpoint, "GET /_ping", (int)response.StatusCode, body);
        return Unavailable(
            endpoint,
            error.IsEngines ? $"it answered {(int)response.StatusCode}: {error.Message}" : error.Message,
            "Look at the engine's log, and whether a Docker Engine answers there",
            null,
            error.IsEngines ? ErrorCatalog.Find(error.Message)?.Kind ?? EngineErrorKind.Other : EngineErrorKind.BadAnswer
        );
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
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? values.FirstOrDefault()
            : null;

    private static DockerEngineUnavailableException Unavailable(
        EngineEndpoint endpoint,
        string reason,
        string advice,
        Exception? inner,
        EngineErrorKind kind = EngineErrorKind.Other
    ) => new(endpoint.Host, $"{reason} (the address comes from {endpoint.Source})", advice, inner) { Kind = kind };
}
