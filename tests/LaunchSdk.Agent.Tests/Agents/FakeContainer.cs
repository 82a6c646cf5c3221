using LaunchSdk.Agent.Containers;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Tests.Agents;

/// <summary>A container that the test ends.</summary>
internal sealed class FakeContainer(string id, string state, IReadOnlyDictionary<string, string> labels) : IJobContainer
{
    private readonly TaskCompletionSource<ContainerResult> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public IReadOnlyDictionary<string, string> Labels => labels;

    public DateTimeOffset StartedAt => DateTimeOffset.UnixEpoch;

    public Task<ContainerResult> Completion => _end.Task;

    /// <summary>The time that the agent gave it when it stopped it.</summary>
    public TimeSpan? StopTimeout { get; private set; }

    public OrphanedContainer Left => new(id, _end.Task.IsCompleted ? "exited" : state, DateTimeOffset.UnixEpoch, labels);

    public void End(int exitCode, bool wasStopped = false) =>
        _end.TrySetResult(new ContainerResult(id, exitCode, StartedAt, StartedAt, []) { WasStopped = wasStopped });

    public void Lose(Exception exception) => _end.TrySetException(exception);

    public Task<ContainerResult> StopAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        StopTimeout = timeout;
        End(143, wasStopped: true);
        return _end.Task;
    }

    /// <summary>What letting go of it fails with; null where it does not.</summary>
    public Exception? DisposeFailure { get; set; }

    public ValueTask DisposeAsync() => DisposeFailure is { } failure ? ValueTask.FromException(failure) : ValueTask.CompletedTask;
}
