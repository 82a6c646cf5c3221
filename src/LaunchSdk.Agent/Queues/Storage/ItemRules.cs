namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>What becomes of an item: every change of state that there is, on rows that the caller has locked. Knows no database.</summary>
internal static class ItemRules
{
    private const string StoppedWhileWaiting = "stopped before an agent started it";

    /// <summary>
    /// The item as it is now: a lease that ran out before the item was acknowledged ends here, and so does an item that waits and whose
    /// submitter has asked for its end.
    /// </summary>
    public static ItemRow Settle(ItemRow row, long now)
    {
        if (row.State == RunQueueItemState.Queued)
        {
            return row.StopRequested ? Kill(row, now) : row;
        }

        return row.State != RunQueueItemState.Pending || row.LeaseUntil > now ? row : PutBack(row, row.LeaseUntil ?? now);
    }

    /// <summary>Gives a waiting item to an agent, on a machine where it has said so.</summary>
    public static ItemRow Take(ItemRow row, string agent, string? machine, string token, long until) =>
        row with
        {
            Machine = machine,
            State = RunQueueItemState.Pending,
            Attempt = row.Attempt + 1,
            Agent = agent,
            Token = token,
            LeaseUntil = until,
            Note = null,
        };

    /// <summary>Gives an item that its agent has not ended to the same agent, started again; null where it owes nothing.</summary>
    public static ItemRow? Resume(ItemRow row, string agent, string token, long until, long now)
    {
        row = Settle(row, now);
        return HasAgent(row) && row.Agent == agent ? row with { Token = token, LeaseUntil = until } : null;
    }

    /// <summary>The item's work begins. The first run id and time stand.</summary>
    public static ItemRow Acknowledge(ItemRow row, string token, string runId, long now)
    {
        row = Owned(row, token, now);
        return row with { State = RunQueueItemState.Running, RunId = row.RunId ?? runId, StartedAt = row.StartedAt ?? now };
    }

    /// <summary>What a renewal tells; only what is not lost is renewed.</summary>
    public static RunQueueRenewal Renew(ItemRow? row, string token, long now)
    {
        row = row is null ? null : Settle(row, now);
        return row is null || !HasAgent(row) || row.Token != token ? RunQueueRenewal.Lost
            : row.StopRequested ? RunQueueRenewal.StopWanted
            : RunQueueRenewal.Kept;
    }

    /// <summary>What the item waits for.</summary>
    public static ItemRow Note(ItemRow row, string token, string note, long now) =>
        Owned(row, token, now) with
        {
            Note = note.Length > 0 ? note : null,
        };

    /// <summary>The item ends. Said again under the lease that ended it, the first outcome stands.</summary>
    public static ItemRow Complete(ItemRow row, string token, RunOutcome outcome, long now) =>
        row.State.IsEnded() && row.Token == token && row.LeaseUntil is not null
            ? row
            : Owned(row, token, now) with
            {
                State = outcome.State,
                EndedAt = now,
                Message = StoredText.Clean(outcome.Message),
                Stage = outcome.Stage,
                ExitCode = outcome.ExitCode,
                LogTail = StoredText.Join(outcome.LogTail),
            };

    /// <summary>
    /// The item waits again at the place it had, or has ended where somebody asked for its end. Said again, it is the same.
    /// </summary>
    public static ItemRow GiveBack(ItemRow row, string token, long now)
    {
        row = Settle(row, now);
        return row.Token == token && row.LeaseUntil is null ? row : PutBack(Owned(row, token, now), now);
    }

    /// <summary>Somebody asks for the item's end.</summary>
    public static ItemRow RequestStop(ItemRow row, long now)
    {
        row = Settle(row, now);
        return row.State == RunQueueItemState.Queued ? Kill(row with { StopRequested = true }, now)
            : row.State.IsEnded() ? row
            : row with { StopRequested = true };
    }

    /// <summary>An operator takes the item from its agent, and it waits again. The token stays, and the agent's calls fail.</summary>
    public static ItemRow Requeue(ItemRow row, RunQueueTakeover takeover, long now)
    {
        row = Settle(row, now);
        return row.State == RunQueueItemState.Queued ? row
            : row.State.IsEnded()
                ? throw new RunQueueRefusedException($"item {row.Id} has ended already ({StateNames.Of(row.State)}): submit its job again")
            : takeover == RunQueueTakeover.FromSilentAgent && row.LeaseUntil > now
                ? throw new RunQueueRefusedException(TakeoverMessages.AgentLives(row.Id, row.Agent))
            : row.StopRequested ? KillTaken(row, now)
            : PutBack(row, now);
    }

    /// <summary>An operator ends the item, whoever has it.</summary>
    public static ItemRow KillAtOnce(ItemRow row, long now)
    {
        row = Settle(row, now);
        return HasAgent(row) ? KillTaken(row, now) : RequestStop(row, now);
    }

    /// <summary>The item cannot be given to an agent.</summary>
    public static ItemRow Refuse(ItemRow row, string message, long now) =>
        row with
        {
            State = RunQueueItemState.Failed,
            EndedAt = now,
            Stage = RunStage.Agent,
            Message = message,
        };

    /// <summary>Whether an agent has it.</summary>
    public static bool HasAgent(ItemRow row) => row.State is RunQueueItemState.Pending or RunQueueItemState.Running;

    // A lease that was given back or ran out has no end any more; its token stays, and tells a repeated call.
    private static ItemRow PutBack(ItemRow row, long when) =>
        row.StopRequested
            ? Kill(row with { LeaseUntil = null }, when)
            : row with
            {
                State = RunQueueItemState.Queued,
                LeaseUntil = null,
                RunId = null,
                StartedAt = null,
                Note = null,
            };

    private static ItemRow Kill(ItemRow row, long when) =>
        row with
        {
            State = RunQueueItemState.Killed,
            EndedAt = when,
            Message = StoppedWhileWaiting,
        };

    private static ItemRow KillTaken(ItemRow row, long when) =>
        row with
        {
            State = RunQueueItemState.Killed,
            EndedAt = when,
            LeaseUntil = null,
            StopRequested = true,
            Message = TakeoverMessages.Ended(row.Agent),
        };

    private static ItemRow Owned(ItemRow row, string token, long now)
    {
        row = Settle(row, now);
        return HasAgent(row) && row.Token == token ? row : throw Lost(row);
    }

    private static RunQueueLeaseLostException Lost(ItemRow row) =>
        new(
            row.State switch
            {
                RunQueueItemState.Queued =>
                    $"item {row.Id} waits again: its lease ran out or it was given back; leave it to the agent that takes it next",
                RunQueueItemState.Pending or RunQueueItemState.Running =>
                    $"item {row.Id} is under another lease, of agent '{row.Agent}': leave it to that agent",
                _ => $"item {row.Id} has ended already ({StateNames.Of(row.State)}): nothing is left to do for it",
            }
        );
}
