using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Wandb.Journal;

/// <summary>What this machine knows of an item.</summary>
/// <param name="ItemId">The item's id.</param>
/// <param name="Queue">The queue's name.</param>
/// <param name="Job">The launch spec, as canonical JSON.</param>
public sealed record WandbJournalEntry(string ItemId, string Queue, string Job)
{
    /// <summary>Where it was last known to be.</summary>
    public RunQueueItemState State { get; init; }

    /// <summary>Its priority.</summary>
    public JobPriority Priority { get; init; } = JobPriority.Medium;

    /// <summary>When this machine pushed it, or first took it.</summary>
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>How often an agent of this machine took it.</summary>
    public int Attempt { get; init; }

    /// <summary>The agent that has it; null for none.</summary>
    public string? Agent { get; init; }

    /// <summary>The token of the lease that counts; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>The token of the lease under which it was given back; null unless it was, and after it was taken again.</summary>
    public string? ReturnedUnder { get; init; }

    /// <summary>When that lease ends unless renewed.</summary>
    public DateTimeOffset LeasedUntil { get; init; }

    /// <summary>The queue's definition when it was taken, as a canonical file; null before.</summary>
    public string? Definition { get; init; }

    /// <summary>The run's id, once acknowledged.</summary>
    public string? RunId { get; init; }

    /// <summary>When it was acknowledged.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether somebody on this machine asked for its end.</summary>
    public bool StopRequested { get; init; }

    /// <summary>The last note.</summary>
    public string? Note { get; init; }

    /// <summary>How it ended, in a sentence; null before.</summary>
    public string? Message { get; init; }

    /// <summary>Where it failed.</summary>
    public RunStage? Stage { get; init; }

    /// <summary>The container's exit code.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The last lines of output.</summary>
    public IReadOnlyList<string> LogTail { get; init; } = [];

    /// <summary>Whether an agent of this machine has it.</summary>
    internal bool IsHeld => State is RunQueueItemState.Pending or RunQueueItemState.Running && Token is not null;

    /// <summary>How it ended; null before.</summary>
    internal RunOutcome? Outcome =>
        Message is null
            ? null
            : new RunOutcome(State, Message)
            {
                Stage = Stage,
                ExitCode = ExitCode,
                LogTail = LogTail,
            };

    /// <summary>Whether the lease with this token is the one that counts.</summary>
    internal bool IsHeldUnder(string token) => IsHeld && Token == token;

    /// <summary>The entry of an item that an agent of this machine took; what an earlier attempt left is gone.</summary>
    internal WandbJournalEntry Taken(string job, string definition, string agent, string token, DateTimeOffset until) =>
        new(ItemId, Queue, job)
        {
            State = RunQueueItemState.Pending,
            Priority = Priority,
            SubmittedAt = SubmittedAt,
            Attempt = Attempt + 1,
            Agent = agent,
            Token = token,
            LeasedUntil = until,
            Definition = definition,
        };

    /// <summary>The entry of an item whose work begins.</summary>
    internal WandbJournalEntry Acknowledged(string runId, DateTimeOffset at) =>
        this with
        {
            State = RunQueueItemState.Running,
            RunId = runId,
            StartedAt = at,
        };

    /// <summary>The entry of an item that was taken and not acknowledged.</summary>
    internal WandbJournalEntry Unacknowledged() => this with { State = RunQueueItemState.Pending, RunId = null, StartedAt = null };

    /// <summary>The entry of an item that no agent of this machine has any more.</summary>
    internal WandbJournalEntry Unheld() => this with { Token = null, Agent = null, State = RunQueueItemState.Queued };

    /// <summary>The entry of an item that its agent gave back, still to be handed out by the server.</summary>
    internal WandbJournalEntry GivenBack() => this with { Token = null, ReturnedUnder = Token, State = RunQueueItemState.Queued };

    /// <summary>The entry of an ended item; its lease stays, and tells a call that is said again.</summary>
    internal WandbJournalEntry Ended(RunOutcome outcome, DateTimeOffset at) =>
        this with
        {
            State = outcome.State,
            Message = outcome.Message,
            Stage = outcome.Stage,
            ExitCode = outcome.ExitCode,
            LogTail = outcome.LogTail,
            EndedAt = at,
        };

    /// <summary>The entry of an item that was taken off its queue; no lease of it counts any more.</summary>
    internal WandbJournalEntry Removed(string why, DateTimeOffset at) =>
        Ended(RunOutcome.Killed(why), at) with
        {
            Token = null,
            ReturnedUnder = Token ?? ReturnedUnder,
        };
}
