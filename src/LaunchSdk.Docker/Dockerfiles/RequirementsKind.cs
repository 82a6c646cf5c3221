namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>The kinds of files that name a job's Python packages.</summary>
public enum RequirementsKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>pip's requirements.txt or requirements.frozen.txt.</summary>
    File,

    /// <summary>The <c>project.dependencies</c> of pyproject.toml.</summary>
    Project,

    /// <summary>conda's environment.yml.</summary>
    Conda,
}
