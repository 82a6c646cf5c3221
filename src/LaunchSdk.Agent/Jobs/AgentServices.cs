using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Devices;
using LaunchSdk.Agent.Policies.Ceilings;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Threading;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Agent.Jobs;

/// <summary>What one agent is made of, and its jobs share; tests put other parts in.</summary>
internal sealed class AgentServices
{
    public AgentServices(
        LaunchAgentOptions options,
        IRunQueueLeases backend,
        IContainerHost host,
        IJobImageSource images,
        ILogger logger,
        TimeProvider time
    )
    {
        (Options, Backend, Host, Images, Logger, Time) = (options, backend, host, images, logger, time);
        Identity = new AgentIdentity(options.Name ?? Environment.MachineName, "", []);
        Board = new StatusBoard(
            new AgentStatus(Name, backend.Description, AgentPhase.Created, time.GetUtcNow())
            {
                MaxJobs = options.MaxJobs,
                Queues = [.. options.Queues.Select(static queue => new AgentQueueStatus(queue, null))],
            },
            time
        );
        OutageRetry = new OutageRetry(Board, logger, time);
        LiftableLimits = LimitNames.TryRead(options.LiftableLimits, out var names, out _) ? names : [];
        BackendLabel = AgentLabels.BackendValue(backend.Description);
        LogFolder = options.JobLogFolder;
    }

    public LaunchAgentOptions Options { get; }

    public IRunQueueLeases Backend { get; }

    public IContainerHost Host { get; }

    public IJobImageSource Images { get; }

    public ILogger Logger { get; }

    public TimeProvider Time { get; }

    public StatusBoard Board { get; }

    /// <summary>How far the agent is asked to end.</summary>
    public AgentStop Stop { get; } = new();

    /// <summary>Cancelled when the agent leaves its jobs as they are.</summary>
    public CancellationToken Leaving => Stop.Leaving.Token;

    /// <summary>Tries again what the backend or the engine does not answer.</summary>
    public OutageRetry OutageRetry { get; }

    /// <summary>Set when a container may have been left that no job has.</summary>
    public AsyncAutoResetEvent LeftoversSuspected { get; } = new();

    /// <summary>The long names of the options whose limits in a queue a job may lift.</summary>
    public IReadOnlyList<string> LiftableLimits { get; }

    public string BackendLabel { get; }

    public string LogFolder { get; }

    /// <summary>Who the agent is; the name of its options until it runs.</summary>
    public AgentIdentity Identity { get; private set; }

    /// <summary>Its name.</summary>
    public string Name => Identity.Name;

    /// <summary>The GPUs; null where the agent knows none and leaves them to the engine.</summary>
    public GpuPool? Gpus { get; private set; }

    /// <summary>Says who the agent is, before it has any job.</summary>
    public void Identify(AgentIdentity identity)
    {
        Identity = identity;
        Board.Set(status => status with { Name = identity.Name });
    }

    /// <summary>Says which GPUs the agent has, before it has any job.</summary>
    public void UseGpus(GpuPool? gpus)
    {
        Gpus = gpus;
        Board.Set(status => status with { Gpus = gpus?.Status ?? [] });
    }

    /// <summary>
    /// The containers that agents of this name, or of its former ones, have made of this backend's items; waits for the engine.
    /// </summary>
    public Task<IReadOnlyList<OrphanedContainer>> ListContainersAsync(CancellationToken cancellationToken) =>
        OutageRetry.EngineAsync(token => Host.ListAsync([Name, .. Identity.FormerNames], BackendLabel, token), cancellationToken);
}
