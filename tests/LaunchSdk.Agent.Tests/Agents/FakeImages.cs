using LaunchSdk.Agent.Jobs;

namespace LaunchSdk.Agent.Tests.Agents;

/// <summary>Every image is there, unless the test says what happens.</summary>
internal sealed class FakeImages : IJobImageSource
{
    public Func<AcknowledgedJob, CancellationToken, Task<JobImage>>? Preparing { get; set; }

    public string? Refuse(AgentJob job) => null;

    public Task<JobImage> PrepareAsync(AcknowledgedJob job, CancellationToken cancellationToken) =>
        Preparing?.Invoke(job, cancellationToken) ?? Task.FromResult(new JobImage(job.Run.Request.Image!));
}
