using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>What a generated Dockerfile says. Every value is of a type whose text cannot begin another instruction.</summary>
public sealed record JobImagePlan
{
    /// <summary>What the job needs to run: Python, .NET, or what the base image has.</summary>
    public required JobRuntime Runtime { get; init; }

    /// <summary>The program with its first arguments; empty for the base image's own, or a .NET project's.</summary>
    public IReadOnlyList<string> EntryPoint { get; init; } = [];

    /// <summary>The image of the last stage; null for the runtime's own. For Python it is an image that has Python.</summary>
    public ImageReference? BaseImage { get; init; }

    /// <summary>
    /// The queue's <c>builder.accelerator.base_image</c>: the base of the last stage in place of <see cref="BaseImage"/>. For Python it is
    /// like Debian, and Python is installed with apt.
    /// </summary>
    public ImageReference? AcceleratorBaseImage { get; init; }

    /// <summary>The user that the job runs as.</summary>
    public ContainerUser User { get; init; } = ContainerUser.Default;

    /// <summary>The directory of the code, where the program starts.</summary>
    public ContainerPath WorkingDirectory { get; init; } = ContainerPath.Default;
}
