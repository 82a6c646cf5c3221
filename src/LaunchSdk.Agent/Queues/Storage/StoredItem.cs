namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>Rows as the items that callers see.</summary>
internal static class StoredItem
{
    /// <summary>The item at a moment; a job that this version cannot read is an empty one, and the note says why.</summary>
    /// <param name="row">The row.</param>
    /// <param name="now">The moment, by the database's clock.</param>
    /// <param name="job">The row's job where it was read already; null to read it.</param>
    public static RunQueueItem Of(ItemRow row, long now, LaunchJob? job = null)
    {
        row = ItemRules.Settle(row, now);
        string? reason = null;
        job ??= StoredText.Job(row.Job, out reason) ?? new LaunchJob();
        return new RunQueueItem(row.Id, row.Queue, job, row.State, row.Priority, Time(row.SubmittedAt))
        {
            SubmittedBy = row.SubmittedBy,
            Client = row.Client,
            Attempt = row.Attempt,
            Agent = row.Agent,
            RunId = row.RunId,
            StartedAt = Time(row.StartedAt),
            EndedAt = Time(row.EndedAt),
            AgentIsSilent = row.State == RunQueueItemState.Running && row.LeaseUntil <= now,
            StopRequested = row.StopRequested,
            Note = row.Note ?? reason,
            Outcome = row.State.IsEnded()
                ? new RunOutcome(row.State, row.Message ?? "")
                {
                    Stage = row.Stage,
                    ExitCode = row.ExitCode,
                    LogTail = StoredText.Split(row.LogTail),
                }
                : null,
        };
    }

    /// <summary>Microseconds since 1970 of a time.</summary>
    public static long Microseconds(DateTimeOffset time) =>
        (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>Microseconds of a duration.</summary>
    public static long Microseconds(TimeSpan duration) => duration.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time of microseconds since 1970.</summary>
    public static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    private static DateTimeOffset? Time(long? microseconds) => microseconds is { } value ? Time(value) : null;
}
