using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Devices;
using LaunchSdk.Agent.Images;
using LaunchSdk.Agent.Policies.Ceilings;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Agent.Running;

/// <summary>What the jobs of one agent share.</summary>
internal sealed class AgentServices(AgentParts parts, StatusBoard board, CancellationToken leaving)
{
    public LaunchAgentOptions Options { get; } = parts.Options;

    /// <summary>Who the agent is; known once it runs.</summary>
    public AgentIdentity Identity { get; set; } = new(parts.Options.Name ?? Environment.MachineName, "", []);

    /// <summary>Its name.</summary>
    public string Name => Identity.Name;

    public IRunQueueLeases Backend { get; } = parts.Backend;

    public IContainerHost Host { get; } = parts.Host;

    public IJobImageSource Images { get; } = parts.Images;

    public ILogger Logger { get; } = parts.Logger;

    public TimeProvider Time { get; } = parts.Time;

    public StatusBoard Board { get; } = board;

    /// <summary>Tries again what the backend or the engine does not answer.</summary>
    public OutageRetry OutageRetry { get; } = new(board, parts.Logger, parts.Time);

    /// <summary>Cancelled when the agent lets go of its jobs.</summary>
    public CancellationToken Leaving { get; } = leaving;

    /// <summary>The GPUs; null where the agent knows none and leaves them to the engine.</summary>
    public GpuPool? Gpus { get; set; }

    /// <summary>Set when a container may have been left that no job has.</summary>
    public AsyncAutoResetEvent LeftoversSuspected { get; } = new();

    /// <summary>The long names of the options whose limits in a queue a job may lift.</summary>
    public IReadOnlyList<string> LiftableLimits { get; } =
        LimitNames.TryRead(parts.Options.LiftableLimits, out var options, out _) ? options : [];

    public string BackendLabel { get; } = AgentLabels.BackendValue(parts.Backend.Description);

    public string LogFolder { get; } = parts.Options.JobLogFolder;

    /// <summary>The containers that agents of this name, or of its former ones, have made of this backend's items; waits for the engine.</summary>
    public Task<IReadOnlyList<OrphanedContainer>> ListContainersAsync(CancellationToken cancellationToken) =>
        OutageRetry.EngineAsync(token => Host.ListAsync([Name, .. Identity.FormerNames], BackendLabel, token), cancellationToken);
}
