namespace LaunchSdk.Agent.Wandb.Artifacts;

/// <summary>What a job of W&amp;B is made of.</summary>
public enum WandbJobSource
{
    /// <summary>A commit of a git repository, with changes on top.</summary>
    Repo,

    /// <summary>Code in an artifact.</summary>
    Artifact,

    /// <summary>An image that holds everything.</summary>
    Image,
}
