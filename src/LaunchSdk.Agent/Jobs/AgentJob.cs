using System.Security.Cryptography;
using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Jobs;

/// <summary>
/// One job while an agent has it: who it is, what is said about it, and how it is interrupted. How far it has come is a
/// <see cref="JobState"/>. Its steps run one after the other; only <see cref="Interrupt"/> and <see cref="IsSettling"/> come from outside.
/// </summary>
internal sealed class AgentJob : IDisposable
{
    private const string IdLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int IdLength = 8;

    private readonly CancellationTokenSource _stopped = new();
    private readonly CancellationTokenSource _interrupted;
    private int _stopReason;
    private volatile IReadOnlyList<OrphanedContainer> _settling = [];

    public AgentJob(AgentServices agent, RunQueueLease lease)
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

    /// <summary>What is hidden in its output.</summary>
    public IReadOnlyList<string> Secrets => field ??= JobVariables.SecretsOf(this);

    public StopReason StopReason => (StopReason)Volatile.Read(ref _stopReason);

    /// <summary>Whether the agent leaves the job as it is, to the next agent of its name.</summary>
    public bool IsLeft => Agent.Leaving.IsCancellationRequested;

    /// <summary>Cancelled when the job shall not go on: <see cref="StopReason"/> says why, or the agent leaves it.</summary>
    public CancellationToken Interrupted => _interrupted.Token;

    /// <summary>Cancelled when the job shall not go on, and not when the agent leaves it.</summary>
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

    /// <summary>Interrupts the job when it is not started in a time; dispose of the result when it is.</summary>
    public IDisposable InterruptAfter(TimeSpan longest) =>
        Agent.Time.CreateTimer(_ => Interrupt(StopReason.StartTimeout), null, longest, Timeout.InfiniteTimeSpan);

    /// <summary>Keeps the sweep off containers whose start the job waits for itself.</summary>
    public void Settle(IReadOnlyList<OrphanedContainer> containers) => _settling = containers;

    /// <summary>Whether the job itself waits for the start of a container.</summary>
    public bool IsSettling(OrphanedContainer container) => _settling.Any(other => other.Id == container.Id);

    /// <summary>Says what happens to the job from now on.</summary>
    public void Begin(JobStep step, Func<AgentJobStatus, AgentJobStatus>? change = null)
    {
        var next = Status with { Step = step, StepSince = Agent.Time.GetUtcNow(), Waiting = null };
        Report(AgentChangeKind.JobStep, step.Describe(), change is null ? next : change(next));
        Agent.Logger.Step(ItemId, step.Describe());
    }

    /// <summary>Shows a change of the job in the agent's status.</summary>
    public void Report(AgentChangeKind kind, string message, AgentJobStatus status)
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
