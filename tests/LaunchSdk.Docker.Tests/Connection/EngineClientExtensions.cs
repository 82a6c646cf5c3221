using Docker.DotNet;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Tests.Connection;

/// <summary>Docker.DotNet's own requests, for what the product does not ask an engine: tags, imports and deletions of images.</summary>
internal static class EngineClientExtensions
{
    extension(DockerEngine engine)
    {
        /// <summary>A client on the engine's connections. It is not disposed of: they are the engine's.</summary>
        public DockerClient Client => EngineClient.Create(engine.Transport.Handler, engine.ApiVersion);
    }
}
