using System.Collections.Concurrent;
using System.Globalization;
using LaunchSdk.Agent.Containers;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Tests.Agents;

/// <summary>An engine without containers: a job "runs" until the test ends it, or not at all.</summary>
internal sealed class FakeHost : IContainerHost
{
    private int _count;

    /// <summary>Whether containers end by themselves, with exit code 0.</summary>
    public bool EndsAtOnce { get; set; }

    /// <summary>Thrown by every call while it is set.</summary>
    public volatile DockerEngineException? Failure;

    /// <summary>Thrown by starts while it is set, in place of a start.</summary>
    public volatile Exception? StartFailure;

    /// <summary>Answers the removal of a container that was not started; null to remove it.</summary>
    public Func<string, CancellationToken, Task<UnstartedRemoval>>? Unstarted { get; set; }

    /// <summary>Waited for by starts, which have been sent then; null for no wait.</summary>
    public Func<JobStart, CancellationToken, Task>? Starting { get; set; }

    /// <summary>Every start, in order.</summary>
    public ConcurrentQueue<JobStart> Starts { get; } = new();

    public ConcurrentDictionary<string, FakeContainer> Containers { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Removed { get; } = new();

    public Task CheckReachableAsync(CancellationToken cancellationToken) => CheckAsync();

    public Task<bool> IsLocalAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public async Task<IJobContainer> StartAsync(JobStart start, CancellationToken cancellationToken)
    {
        await CheckAsync();
        if (StartFailure is { } failure)
        {
            throw failure;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (Starting is { } starting)
        {
            await starting(start, cancellationToken);
        }

        Starts.Enqueue(start);
        var container = Add("running", start.Labels);
        if (EndsAtOnce)
        {
            container.End(0);
        }

        return container;
    }

    /// <summary>A container from before the agent.</summary>
    public FakeContainer Add(string state, IReadOnlyDictionary<string, string> labels)
    {
        var id = Interlocked.Increment(ref _count).ToString("x64", CultureInfo.InvariantCulture);
        return Containers[id] = new FakeContainer(id, state, labels);
    }

    public async Task<IReadOnlyList<OrphanedContainer>> ListAsync(
        IReadOnlyCollection<string> agents,
        string backend,
        CancellationToken cancellationToken
    )
    {
        await CheckAsync();
        return
        [
            .. Containers
                .Values.Where(container =>
                    agents.Contains(container.Labels.GetValueOrDefault(AgentLabels.Agent, ""))
                    && container.Labels.GetValueOrDefault(AgentLabels.Backend) == backend
                )
                .Select(static container => container.Left),
        ];
    }

    public async Task<IJobContainer> AdoptAsync(
        string id,
        string logFile,
        IReadOnlyList<string> secrets,
        int lastLines,
        CancellationToken cancellationToken
    )
    {
        await CheckAsync();
        return Containers.GetValueOrDefault(id) ?? throw new ContainerNotFoundException(id, "there is none");
    }

    public async Task StopAsync(string id, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await CheckAsync();
        Containers.GetValueOrDefault(id)?.End(143);
    }

    public async Task<UnstartedRemoval> RemoveUnstartedAsync(string id, CancellationToken cancellationToken)
    {
        await CheckAsync();
        if (Unstarted is { } answer)
        {
            return await answer(id, cancellationToken);
        }

        await RemoveAsync(id, cancellationToken);
        return new UnstartedRemoval(IsRemoved: true);
    }

    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await CheckAsync();
        if (Containers.TryRemove(id, out _))
        {
            Removed.Enqueue(id);
        }
    }

    private async Task CheckAsync()
    {
        await Task.Yield();
        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
