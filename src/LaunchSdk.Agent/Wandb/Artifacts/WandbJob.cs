namespace LaunchSdk.Agent.Wandb.Artifacts;

/// <summary>A job of W&amp;B: its <c>wandb-job.json</c>, and the files beside it.</summary>
/// <param name="Name">The artifact's full name: <c>entity/project/name:version</c>.</param>
/// <param name="Source">What it is made of.</param>
public sealed record WandbJob(string Name, WandbJobSource Source)
{
    /// <summary>The address of the repository; null unless it is one.</summary>
    public string? GitRemote { get; init; }

    /// <summary>The commit; null unless it is a repository.</summary>
    public string? GitCommit { get; init; }

    /// <summary>The code's artifact; null unless it is one.</summary>
    public string? CodeArtifact { get; init; }

    /// <summary>The image; null unless it is one.</summary>
    public string? Image { get; init; }

    /// <summary>The program and its first arguments; empty for the image's own.</summary>
    public IReadOnlyList<string> EntryPoint { get; init; } = [];

    /// <summary>The version of Python: <c>3.12</c>; null where it is not said.</summary>
    public string? Runtime { get; init; }

    /// <summary>The Dockerfile, as a path in the source; null for none.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>The folder to build in, as a path in the source; null for all of it.</summary>
    public string? BuildContext { get; init; }

    /// <summary>The image that the code is mounted into, for a job that is not built; null for none.</summary>
    public string? BaseImage { get; init; }

    /// <summary>Whether the entry point is a notebook.</summary>
    public bool IsNotebook { get; init; }

    /// <summary>The packages it was made with, <c>requirements.frozen.txt</c>, on disk; null where there is none.</summary>
    public string? RequirementsFile { get; init; }

    /// <summary>The changes on top of the commit, <c>diff.patch</c>, on disk; null where there are none.</summary>
    public string? PatchFile { get; init; }
}
