using System.Net.Sockets;
using System.Security.Authentication;

namespace LaunchSdk.Docker.Connection;

/// <summary>What a failed TLS handshake means.</summary>
internal static class TlsFailure
{
    /// <summary>The reason and what to do; null when the failure has nothing to do with TLS.</summary>
    public static (string Reason, string Advice)? Explain(EngineTls tls, Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner.Message.StartsWith("the TLS files in", StringComparison.Ordinal))
            {
                return (inner.Message, $"Put ca.pem, cert.pem and key.pem as the engine's operator gave them into {tls.Folder}");
            }
        }

        var cause = exception.GetBaseException();
        if (cause is SocketException { SocketErrorCode: not SocketError.ConnectionReset })
        {
            return null;
        }

        var text = exception.ToString();
        if (
            text.Contains("Cannot determine the frame size", StringComparison.Ordinal)
            || text.Contains("corrupted frame", StringComparison.Ordinal)
            || text.Contains("wrong version number", StringComparison.OrdinalIgnoreCase)
        )
        {
            return (
                "it does not speak TLS",
                $"{tls.Source} asks for TLS: unset it for an engine without, or correct the port (2376 is the usual one with TLS)"
            );
        }

        // The engine's refusal of a client comes after the handshake, as a broken connection.
        return cause is AuthenticationException && text.Contains("certificate is invalid", StringComparison.Ordinal)
            ? (
                $"its certificate is not trusted: {cause.Message}",
                $"Put the certificate of the authority that signed it into {Path.Combine(tls.Folder, "ca.pem")}, and use a host name that is in the certificate"
            )
            : (
                $"the TLS connection was refused: {cause.Message}",
                $"Look whether cert.pem and key.pem in {tls.Folder} are a client certificate that the engine's authority signed"
            );
    }
}
