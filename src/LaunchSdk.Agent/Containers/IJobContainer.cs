using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Containers;

/// <summary>The container of a job, while it runs and after. Disposing of it lets go; the container goes on.</summary>
internal interface IJobContainer : IAsyncDisposable
{
    string Id { get; }

    DateTimeOffset StartedAt { get; }

    /// <summary>Its end.</summary>
    Task<ContainerResult> Completion { get; }

    Task<ContainerResult> StopAsync(TimeSpan timeout, CancellationToken cancellationToken);
}
