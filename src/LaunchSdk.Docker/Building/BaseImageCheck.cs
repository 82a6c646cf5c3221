using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Images;

namespace LaunchSdk.Docker.Building;

/// <summary>
/// Looks into the base image of a generated Dockerfile before anything is built on it: a shell, and for Python either apt to install it or
/// Python itself.
/// </summary>
internal sealed class BaseImageCheck(DockerEngine engine, ImageStore images, ImagePuller puller)
{
    private static readonly string[] Releases = ["/usr/lib/os-release", "/etc/os-release"];
    private static readonly string[] Shells = ["/bin/sh"];
    private static readonly string[] Apts = ["/usr/bin/apt-get"];
    private static readonly string[] Pythons = ["/usr/local/bin/python3", "/usr/bin/python3", "/bin/python3", "/opt/conda/bin/python3"];

    /// <summary>Pulls the image where the engine lacks it, and looks.</summary>
    /// <exception cref="ImageBuildException">The generated Dockerfile cannot work on it; the message tells what it is and what it
    /// lacks.</exception>
    public async Task RunAsync(
        string source,
        JobImagePlan plan,
        string? platform,
        Action<ImageBuildProgress> report,
        CancellationToken cancellationToken
    )
    {
        if ((plan.AcceleratorBaseImage ?? plan.BaseImage)?.Text is not { } image)
        {
            return;
        }

        if (await images.FindAsync(image, cancellationToken).ConfigureAwait(false) is null)
        {
            await puller.PullAsync(image, platform, new PullReporter(report), cancellationToken).ConfigureAwait(false);
        }

        report(new ImageBuildProgress(ImageBuildPhase.Prepare, $"Looking into {image}"));
        var files = await ImageFiles.OpenAsync(engine, image, cancellationToken).ConfigureAwait(false);
        await using var disposal = files.ConfigureAwait(false);
        if (!await files.HasAnyAsync(Shells, cancellationToken).ConfigureAwait(false))
        {
            throw new ImageBuildException(
                source,
                $"the base image '{image}' has no /bin/sh, which the steps of the generated Dockerfile run with",
                "Name a base image with a shell, or bring a Dockerfile"
            );
        }

        if (plan.Runtime is PythonRuntime { Requirements.Kind: not RequirementsKind.Conda })
        {
            await CheckPythonAsync(files, source, plan, image, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task CheckPythonAsync(
        ImageFiles files,
        string source,
        JobImagePlan plan,
        string image,
        CancellationToken cancellationToken
    )
    {
        var isAccelerator = plan.AcceleratorBaseImage is not null;
        if (await files.HasAnyAsync(isAccelerator ? Apts : Pythons, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var release = await files.ReadAnyAsync(Releases, cancellationToken).ConfigureAwait(false);
        var system = OsRelease.NameOf(release) is { } name ? $" ({name})" : "";
        throw isAccelerator
            ? new ImageBuildException(
                source,
                $"the accelerator's base image '{image}'{system} has no apt-get, with which the generated Dockerfile installs Python",
                "Name a base image like Debian or Ubuntu in builder.accelerator.base_image, or bring a Dockerfile"
            )
            : new ImageBuildException(
                source,
                $"the base image '{image}'{system} has no Python ({string.Join(", ", Pythons)})",
                "Name a base image with Python, or name it as builder.accelerator.base_image, on which Python is installed with apt"
            );
    }
}
