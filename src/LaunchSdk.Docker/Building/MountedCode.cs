using LaunchSdk.Values;

namespace LaunchSdk.Docker.Building;

/// <summary>The noop builder: code runs in a base image as it is, mounted.</summary>
internal static class MountedCode
{
    /// <summary>The image and the code for it.</summary>
    /// <exception cref="ImageBuildException">The code cannot be run so.</exception>
    public static BuiltImage Create(DockerEngine engine, JobImageRequest request, OpenedSource source)
    {
        if (!engine.Transport.Endpoint.IsLocal)
        {
            throw new ImageBuildException(
                request.Source.Text,
                $"builder.type is noop, and the engine at {engine.Host} may be on another machine, where the code to be mounted is not",
                "Write builder.type: docker"
            );
        }

        return request.Options.EntryPoint.Count == 0
            ? throw new ImageBuildException(
                request.Source.Text,
                "builder.type is noop, so the code runs in a base image, and nothing tells which program to run",
                "Name it with --entry-point, for example --entry-point python --entry-point train.py, or write builder.type: docker"
            )
            : new BuiltImage(request.CodeImage ?? ImageReference.Parse(JobImageRequest.DefaultCodeImage))
            {
                CodeFolder = source.Directory,
                EntryPoint = request.Options.EntryPoint,
                Checkout = source.Checkout,
            };
    }
}
