using Docker.DotNet;
using Docker.DotNet.Handler.Abstractions;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Connection;

/// <summary>Makes Docker.DotNet's client send through a handler: one that only looks at what it would send.</summary>
internal sealed class EngineClient : IDockerHandlerFactory<HttpMessageHandler>
{
    private static readonly EngineClient Factory = new();

    private EngineClient() { }

    public static DockerClient Create(HttpMessageHandler handler, Version? apiVersion) =>
        new DockerClientBuilder()
            .WithEndpoint(EngineTransport.BaseAddress)
            .WithApiVersion(apiVersion)
            .WithTimeout(Timeout.InfiniteTimeSpan)
            .WithTransportOptions(Factory, handler)
            .Build();

    public ResolvedTransport CreateHandler(HttpMessageHandler transportOptions, ResolvedClientOptions clientOptions, ILogger logger) =>
        new(transportOptions, EngineTransport.BaseAddress);

    public ResolvedTransport CreateHandler(ResolvedClientOptions clientOptions, ILogger logger) =>
        throw new NotSupportedException("The engine's client is made for a transport.");

    public Task<WriteClosableStream> HijackStreamAsync(HttpContent content) =>
        throw new NotSupportedException("A container's streams go through HijackedConnection.");
}
