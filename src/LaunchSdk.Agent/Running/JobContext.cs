using System.Security.Cryptography;
using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Images;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Commands;

namespace LaunchSdk.Agent.Running;

/// <summary>One job while an agent has it: what its steps have found out so far. Its steps run one after the other; only <see cref="Interrupt"/> comes from outside.</summary>
internal sealed class JobContext : IDisposable
{
    private const string IdLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int IdLength = 8;

    private readonly CancellationTokenSource _stopped = new();
    private readonly CancellationTokenSource _interrupted;
    private int _stopReason;

    public JobContext(AgentServices agent, RunQueueLease lease)
    {
        Agent = agent;
        Lease = lease;
        RunId = Spec.RunId ?? lease.Item.RunId ?? RandomNumberGenerator.GetString(IdLetters, IdLength);
        LogFile = JobLog.PathOf(agent.LogFolder, lease.Item.Id);
        _interrupted = CancellationTokenSource.CreateLinkedTokenSource(agent.Leaving, _stopped.Token);
        var now = agent.Time.GetUtcNow();
        Status = new AgentJobStatus(
            lease.Item.Id,
            lease.Item.Queue,
            Spec.Name ?? Spec.Docker?.DockerImage ?? Spec.Job ?? lease.Item.Id,
            JobStep.Checking,
            now,
            now
        );
    }

    public AgentServices Agent { get; }

    public RunQueueLease Lease { get; }

    public string ItemId => Lease.Item.Id;

    public LaunchJob Spec => Lease.Item.Job;

    public string RunId { get; }

    public string LogFile { get; }

    public AgentJobStatus Status { get; private set; }

    /// <summary>The merged command, once the job was checked.</summary>
    public DockerRunCommand Command { get; set; } = null!;

    /// <summary>The limits of its queue that the job left out, and has nevertheless: a sentence each.</summary>
    public IReadOnlyList<string> KeptLimits { get; set; } = [];

    /// <summary>The image, once the engine has it.</summary>
    public JobImage? Image { get; set; }

    /// <summary>The devices that were leased; null where the engine chooses.</summary>
    public IReadOnlyList<string>? Gpus { get; set; }

    /// <summary>The container, from its start on.</summary>
    public IJobContainer? Container { get; set; }

    /// <summary>The containers that an earlier agent has created for it, and whose start may be under way.</summary>
    public IReadOnlyList<OrphanedContainer> Left { get; set; } = [];

    /// <summary>Whether the container is removed after the report.</summary>
    public bool RemovesContainer { get; set; }

    /// <summary>How it ended; null until that is known.</summary>
    public RunOutcome? Outcome { get; set; }

    public StopReason StopReason => (StopReason)Volatile.Read(ref _stopReason);

    /// <summary>Whether the agent lets go of the job as it is.</summary>
    public bool IsLeft => Agent.Leaving.IsCancellationRequested;

    /// <summary>Cancelled when the job shall not go on: <see cref="StopReason"/> says why, or the agent lets go of it.</summary>
    public CancellationToken Interrupted => _interrupted.Token;

    /// <summary>Cancelled when the job shall not go on, and not when the agent lets go of it.</summary>
    public CancellationToken Stopped => _stopped.Token;

    /// <summary>Ends the job; the first reason stands.</summary>
    public void Interrupt(StopReason reason)
    {
        if (Interlocked.CompareExchange(ref _stopReason, (int)reason, (int)StopReason.None) == (int)StopReason.None)
        {
            try
            {
                _stopped.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It ended in this moment.
            }
        }
    }

    /// <summary>Tells what happens to the job from now on.</summary>
    public void Begin(JobStep step, Func<AgentJobStatus, AgentJobStatus>? change = null)
    {
        var next = Status with { Step = step, StepSince = Agent.Time.GetUtcNow(), Waiting = null };
        Tell(AgentChangeKind.JobStep, step.Describe(), change is null ? next : change(next));
        Agent.Logger.Step(ItemId, step.Describe());
    }

    public void Tell(AgentChangeKind kind, string message, AgentJobStatus status)
    {
        Status = status;
        Agent.Board.SetJob(kind, $"{status.Name} ({ItemId}): {message}", status);
    }

    public void Dispose()
    {
        _interrupted.Dispose();
        _stopped.Dispose();
    }
}
