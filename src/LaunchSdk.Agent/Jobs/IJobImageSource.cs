namespace LaunchSdk.Agent.Jobs;

/// <summary>Makes sure that the engine has a job's image: by a pull or a build.</summary>
internal interface IJobImageSource
{
    /// <summary>
    /// Why a job's source cannot be run here; null where it can. Asked before the job is acknowledged, so it does not wait.
    /// </summary>
    string? Refuse(AgentJob job);

    /// <summary>Makes the image.</summary>
    /// <exception cref="JobFailedException">It cannot be made.</exception>
    Task<JobImage> PrepareAsync(AcknowledgedJob acknowledged, CancellationToken cancellationToken);
}
