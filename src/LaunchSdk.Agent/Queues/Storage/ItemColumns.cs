using System.Data.Common;

namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>The columns of an item, in the order of every statement that reads one or changes one.</summary>
internal static class ItemColumns
{
    /// <summary>What a statement selects; the reader below takes them by place.</summary>
    public const string Selected =
        "seq, id, queue, job, state, rank, submitted_at, attempt, agent, run_id, token, lease_until, started_at, ended_at, stop_requested, note, message, stage, exit_code, log_tail, machine, submitted_by, client";

    /// <summary>What a change of state sets; <see cref="Values"/> gives the values from <c>$2</c> on, <c>$1</c> is the item.</summary>
    public const string Assigned =
        "state = $2, attempt = $3, agent = $4, run_id = $5, token = $6, lease_until = $7, started_at = $8, ended_at = $9, stop_requested = $10, note = $11, message = $12, stage = $13, exit_code = $14, log_tail = $15, machine = $16";

    /// <summary>How many columns <see cref="Selected"/> names; the clock stands behind them.</summary>
    public const int Count = 23;

    public static ItemRow Read(DbDataReader reader) =>
        new()
        {
            Sequence = reader.GetInt64(0),
            Id = reader.GetString(1),
            Queue = reader.GetString(2),
            Job = reader.GetString(3),
            State = StateNames.Parse(reader.GetString(4)),
            Priority = (JobPriority)reader.GetInt64(5),
            SubmittedAt = reader.GetInt64(6),
            Attempt = (int)reader.GetInt64(7),
            Agent = Text(reader, 8),
            RunId = Text(reader, 9),
            Token = Text(reader, 10),
            LeaseUntil = Number(reader, 11),
            StartedAt = Number(reader, 12),
            EndedAt = Number(reader, 13),
            StopRequested = reader.GetInt64(14) != 0,
            Note = Text(reader, 15),
            Message = Text(reader, 16),
            Stage = (RunStage?)Number(reader, 17),
            ExitCode = (int?)Number(reader, 18),
            LogTail = Text(reader, 19),
            Machine = Text(reader, 20),
            SubmittedBy = Text(reader, 21),
            Client = Text(reader, 22),
        };

    public static object?[] Values(ItemRow row) =>
        [
            row.Sequence,
            StateNames.Of(row.State),
            (long)row.Attempt,
            row.Agent,
            row.RunId,
            row.Token,
            row.LeaseUntil,
            row.StartedAt,
            row.EndedAt,
            row.StopRequested ? 1L : 0L,
            row.Note,
            row.Message,
            (long?)row.Stage,
            (long?)row.ExitCode,
            row.LogTail,
            row.Machine,
        ];

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static long? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
}
