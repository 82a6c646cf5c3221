using System.ComponentModel;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// Dials ssh:// addresses: each connection is an ssh that runs <c>docker system dial-stdio</c> on the other side. Keys, known hosts and all
/// else are
/// ssh's own. Where ssh's configuration shares no connection, this dialer's share one, so that only the first has to log in.
/// </summary>
internal sealed class SshDialer : IEngineDialer
{
    private readonly EngineEndpoint _endpoint;
    private readonly SshAddress _address;
    private readonly string? _ssh;
    private readonly string? _setsid;
    private readonly string _connectTimeout;
    private readonly Lazy<SshSharing> _sharing;

    public SshDialer(EngineEndpoint endpoint, TimeSpan connectTimeout, Func<string, string?> environment)
    {
        _endpoint = endpoint;
        _address = SshAddress.Parse(endpoint.Host, out _)!;
        _ssh = ClientProgram.Find("ssh", environment);
        _setsid = OperatingSystem.IsWindows() ? null : ClientProgram.Find("setsid", environment);
        var seconds = Math.Max(1, (int)Math.Ceiling(connectTimeout.TotalSeconds));
        _connectTimeout = $"ConnectTimeout={seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        _sharing = new Lazy<SshSharing>(() => SshSharing.Create(_ssh!, SshArguments.Destination(_address)));
    }

    /// <inheritdoc/>
    public ValueTask<Stream> DialAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<Stream>(Start());
    }

    /// <inheritdoc/>
    public IRawConnection Dial(TimeSpan timeout)
    {
        var stream = Start();
        return new StreamConnection(stream, stream.CloseWrite);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_sharing.IsValueCreated)
        {
            _sharing.Value.Dispose();
        }
    }

    private SshStream Start()
    {
        if (_ssh is null)
        {
            throw new DockerEngineUnavailableException(_endpoint.Host, "there is no ssh program on the PATH", "Install an OpenSSH client");
        }

        string[] arguments =
        [
            "-o",
            _connectTimeout,
            .. _sharing.Value.Options,
            "-T",
            .. SshArguments.Destination(_address),
            .. SshArguments.RemoteCommand(_address),
        ];
        try
        {
            // A session of its own: Ctrl-C at the terminal is for the container, and must not take the connection to it away.
            return new SshStream(
                _setsid is null ? ClientProgram.Start(_ssh, arguments) : ClientProgram.Start(_setsid, [_ssh, .. arguments]),
                _address.Host
            );
        }
        catch (Win32Exception e)
        {
            throw new DockerEngineUnavailableException(
                _endpoint.Host,
                $"{_ssh} cannot be started: {e.Message}",
                "Install an OpenSSH client",
                e
            );
        }
    }
}
