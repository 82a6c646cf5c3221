namespace LaunchSdk.Agent.Wandb;

/// <summary>What a run's variables are made of.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="Job">The job.</param>
public sealed record WandbRun(string RunId, LaunchJob Job)
{
    /// <summary>The server; null where there is no W&amp;B: then neither address nor key is given.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The API key, for the container; null to give none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The entity where the job names none.</summary>
    public string? Entity { get; init; }

    /// <summary>The image that runs.</summary>
    public string? Image { get; init; }

    /// <summary>The queue's name; null for a run without one.</summary>
    public string? Queue { get; init; }

    /// <summary>The queue's entity.</summary>
    public string? QueueEntity { get; init; }

    /// <summary>The item's id.</summary>
    public string? ItemId { get; init; }

    /// <summary>Whether an earlier container of this run may have begun it.</summary>
    public bool IsResumed { get; init; }

    /// <summary>Without the key.</summary>
    /// <returns>The run's id.</returns>
    public override string ToString() => $"run {RunId}";
}
