using Docker.DotNet;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Translation;

namespace LaunchSdk.Docker;

/// <summary>
/// A connection to a Docker Engine whose address, API version and operating system are known. Safe to use from many threads; dispose it
/// after the last run.
/// </summary>
public sealed class DockerEngine : IAsyncDisposable
{
    /// <summary>The newest Engine API that LaunchSdk speaks: the one of docker 29.8.</summary>
    public static readonly Version NewestApiVersion = new(1, 55);

    /// <summary>
    /// The oldest Engine API that LaunchSdk speaks: waiting for a container's next exit or removal came with it (docker 17.06).
    /// </summary>
    public static readonly Version OldestApiVersion = new(1, 30);

    internal DockerEngine(EngineTransport transport, EnginePing ping, Version apiVersion, TimeProvider timeProvider)
    {
        Transport = transport;
        ApiVersion = apiVersion;
        EngineApiVersion = ping.ApiVersion;
        OSType = ping.OSType;
        TimeProvider = timeProvider;
        Events = new ContainerEvents(this);
    }

    /// <summary>The engine's address, such as <c>unix:///var/run/docker.sock</c>.</summary>
    public string Host => Transport.Endpoint.Host;

    /// <summary>The Engine API version that requests use.</summary>
    public Version ApiVersion { get; }

    /// <summary>The newest Engine API version that the engine knows.</summary>
    public Version EngineApiVersion { get; }

    /// <summary>The system that containers see: <c>linux</c> or <c>windows</c>.</summary>
    public string OSType { get; }

    /// <summary>The engine as translations see it.</summary>
    public EngineTarget Target => new(ApiVersion.ToString(2), OSType);

    internal EngineTransport Transport { get; }

    internal TimeProvider TimeProvider { get; }

    internal ContainerEvents Events { get; }

    /// <summary>Finds the engine as the docker command does, asks whether it is there, and agrees on an API version.</summary>
    /// <param name="options">What to connect to; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The engine, connected.</returns>
    /// <exception cref="DockerEngineUnavailableException">No engine answered in time.</exception>
    public static async Task<DockerEngine> ConnectAsync(DockerEngineOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new DockerEngineOptions();
        var transport = new EngineTransport(
            EngineEndpoint.Resolve(options),
            options.ConnectTimeout,
            options.Environment,
            options.TimeProvider,
            options.Silence,
            options.Timeouts
        );
        try
        {
            var ping = await EnginePing.SendAsync(transport, options, cancellationToken).ConfigureAwait(false);
            return new DockerEngine(
                transport,
                ping,
                EngineVersion.Negotiate(options, ping.ApiVersion, transport.Endpoint.Host),
                options.TimeProvider
            );
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Docker.DotNet's client for requests that LaunchSdk does not make, such as volumes and networks: to the same engine, over the same
    /// connections, with the same API version. It cannot attach or exec: those take a connection over.
    /// </summary>
    /// <returns>The client. It sends until this engine is disposed of; disposing of the client closes nothing.</returns>
    public DockerClient CreateClient() => EngineClient.Create(Transport.Handler, ApiVersion);

    /// <summary>Closes the connections. Containers are left as they are.</summary>
    public ValueTask DisposeAsync()
    {
        Events.Dispose();
        Transport.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The path of a request with the agreed version before it.</summary>
    internal string Path(string path) => $"/v{ApiVersion.ToString(2)}{path}";
}
