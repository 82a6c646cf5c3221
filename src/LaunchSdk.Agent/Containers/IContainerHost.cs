using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Containers;

/// <summary>Where jobs' containers run. The one seam between an agent and the engine.</summary>
internal interface IContainerHost
{
    /// <summary>Returns when the engine answers <c>/_ping</c>.</summary>
    Task CheckReachableAsync(CancellationToken cancellationToken);

    /// <summary>Whether the engine's devices are those of this machine.</summary>
    Task<bool> IsLocalAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Creates and starts a container; what was created is removed where that fails, unless the answer to the start was lost: then it may
    /// run.
    /// </summary>
    Task<IJobContainer> StartAsync(JobStart start, CancellationToken cancellationToken);

    /// <summary>The containers that carry the label of one of these agents, and this backend's.</summary>
    Task<IReadOnlyList<OrphanedContainer>> ListAsync(
        IReadOnlyCollection<string> agents,
        string backend,
        CancellationToken cancellationToken
    );

    /// <summary>Takes over a container that runs or has ended; its output comes from the beginning.</summary>
    Task<IJobContainer> AdoptAsync(
        string id,
        string logFile,
        IReadOnlyList<string> secrets,
        int lastLines,
        CancellationToken cancellationToken
    );

    /// <summary>Stops a container where it runs.</summary>
    Task StopAsync(string id, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a container that was created and not started, unless it is started after all; answers when a start under way is over. One
    /// that is gone is removed.
    /// </summary>
    Task<UnstartedRemoval> RemoveUnstartedAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes a container; one that is gone is no error.</summary>
    Task RemoveAsync(string id, CancellationToken cancellationToken);
}
