using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>What a job, a run and a queue say about the image that a source becomes.</summary>
public sealed record JobImageOptions
{
    /// <summary>The program with its first arguments; empty for the one of the Dockerfile, or of a .NET project.</summary>
    public IReadOnlyList<string> EntryPoint { get; init; } = [];

    /// <summary>The Dockerfile that the run names (<c>overrides.dockerfile</c>); null for none.</summary>
    public SourcePath? OverrideDockerfile { get; init; }

    /// <summary>The Dockerfile that the job names; null for none.</summary>
    public SourcePath? JobDockerfile { get; init; }

    /// <summary>The image of a generated Dockerfile's last stage; null for the runtime's own.</summary>
    public ImageReference? BaseImage { get; init; }

    /// <summary>The queue's <c>builder.accelerator.base_image</c>; null for none.</summary>
    public ImageReference? AcceleratorBaseImage { get; init; }

    /// <summary>The version of Python; null to find it in the source (.python-version, runtime.txt, requires-python).</summary>
    public PythonVersion? PythonVersion { get; init; }

    /// <summary>The user that the job runs as.</summary>
    public ContainerUser User { get; init; } = ContainerUser.Default;

    /// <summary>The directory of the code in the image.</summary>
    public ContainerPath WorkingDirectory { get; init; } = ContainerPath.Default;
}
