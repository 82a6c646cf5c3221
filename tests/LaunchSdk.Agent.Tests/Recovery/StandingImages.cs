using LaunchSdk.Agent.Jobs;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>Stands still where an image is ready.</summary>
internal sealed class StandingImages(IJobImageSource inner, KillStep step) : IJobImageSource
{
    public string? Refuse(AgentJob job) => inner.Refuse(job);

    public async Task<JobImage> PrepareAsync(AcknowledgedJob job, CancellationToken cancellationToken)
    {
        var image = await inner.PrepareAsync(job, cancellationToken);
        if (step == KillStep.ImageReady)
        {
            KilledAgent.StandStill(step);
        }

        return image;
    }
}
