using System.Net.Security;
using System.Net.Sockets;

namespace LaunchSdk.Docker.Connection;

/// <summary>Dials tcp:// addresses with TLS.</summary>
internal sealed class TlsDialer(EngineEndpoint endpoint, EngineTls tls) : IEngineDialer
{
    private readonly SocketDialer _sockets = new(endpoint);
    private readonly Lazy<SslClientAuthenticationOptions> _options = new(() => tls.CreateOptions(SocketDialer.TcpAddress(endpoint).Host));

    /// <inheritdoc/>
    public async ValueTask<Stream> DialAsync(CancellationToken cancellationToken)
    {
        var stream = new SslStream(await _sockets.DialAsync(cancellationToken).ConfigureAwait(false));
        try
        {
            await stream.AuthenticateAsClientAsync(_options.Value, cancellationToken).ConfigureAwait(false);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public IRawConnection Dial(TimeSpan timeout)
    {
        var socket = _sockets.DialSocket();
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            stream.ReadTimeout = stream.WriteTimeout = (int)timeout.TotalMilliseconds;
            stream.AuthenticateAsClient(_options.Value);
            return new StreamConnection(new TlsStream(stream, socket), () => stream.ShutdownAsync().GetAwaiter().GetResult());
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _sockets.Dispose();
}
