using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Containers;

/// <summary>A job's container on a real engine, and the log that its output goes to.</summary>
internal sealed class JobContainer(RunningContainer container, JobLog log) : IJobContainer
{
    public string Id => container.Id;

    public DateTimeOffset StartedAt => container.StartedAt;

    public Task<ContainerResult> Completion => container.Completion;

    public Task<ContainerResult> StopAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        container.StopAsync(timeout, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await container.DisposeAsync().ConfigureAwait(false);
        log.Dispose();
    }
}
