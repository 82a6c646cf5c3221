using Docker.DotNet;
using Docker.DotNet.Handler.Abstractions;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Connection;

/// <summary>Makes Docker.DotNet's client send through an engine's connections.</summary>
internal sealed class EngineClient : IDockerHandlerFactory<HttpMessageHandler>
{
    private static readonly EngineClient Factory = new();

    private EngineClient() { }

    public static DockerClient Create(HttpMessageHandler handler, Version apiVersion) =>
        new DockerClientBuilder()
            .WithEndpoint(EngineTransport.BaseAddress)
            .WithApiVersion(apiVersion)
            .WithTimeout(Timeout.InfiniteTimeSpan)
            .WithTransportOptions(Factory, new SharedHandler(handler))
            .Build();

    public ResolvedTransport CreateHandler(HttpMessageHandler transportOptions, ResolvedClientOptions clientOptions, ILogger logger) =>
        new(transportOptions, EngineTransport.BaseAddress);

    public ResolvedTransport CreateHandler(ResolvedClientOptions clientOptions, ILogger logger) =>
        throw new NotSupportedException("The engine's client is made for a transport.");

    public Task<WriteClosableStream> HijackStreamAsync(HttpContent content) =>
        throw new NotSupportedException("A container's streams go through HijackedConnection.");

    // The connections are the engine's: a client that is disposed of leaves them open.
    private sealed class SharedHandler(HttpMessageHandler handler) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _connections = new(handler, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _connections.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _connections.Dispose();
            base.Dispose(disposing);
        }
    }
}
