namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>
/// The statements, for both databases: what differs between them is named here and nowhere else. Parameters are <c>$1</c>, <c>$2</c> and so
/// on.
/// </summary>
internal sealed class QueueSql
{
    private const string Open = "(state IN ('queued', 'pending', 'running'))";

    private readonly string _selected;

    /// <summary>Makes the statements of a database.</summary>
    /// <param name="prefix">What stands before a table's name, such as a schema and a dot.</param>
    /// <param name="now">The expression of the database's clock, in microseconds since 1970.</param>
    /// <param name="forUpdate">
    /// Behind a selection, what locks its rows until the transaction ends; empty where a transaction has the whole database.
    /// </param>
    /// <param name="skipLocked">The same, and passes by rows that another transaction has locked.</param>
    /// <param name="forShare">Behind a selection, what keeps its rows as they are until the transaction ends.</param>
    /// <param name="texts">The selection of the texts of a JSON array that is <c>$1</c>.</param>
    /// <param name="submitter">The expression of who submits an item; null where a trigger of the database says it.</param>
    public QueueSql(string prefix, string now, string forUpdate, string skipLocked, string forShare, string texts, string? submitter)
    {
        var (column, value) = submitter is null ? ("", "") : (", submitted_by", $", {submitter}");
        var (items, queues) = (prefix + "items", prefix + "queues");
        // The clock is asked once a statement, not once a row.
        now = $"(SELECT {now})";
        Agents = new AgentSql(prefix, now, forUpdate);
        _selected = $"SELECT {ItemColumns.Selected}, {now} AS clock FROM {items}";
        var taken = $"{_selected} WHERE queue = $1 AND state = 'pending' AND lease_until <= {now} ORDER BY rank, seq LIMIT 1{skipLocked}";
        var waiting = $"{_selected} WHERE queue = $1 AND state = 'queued' ORDER BY rank, seq LIMIT 1{skipLocked}";
        Next =
            $"SELECT * FROM (SELECT * FROM ({waiting}) AS waiting UNION ALL SELECT * FROM ({taken}) AS expired) AS either ORDER BY rank, seq LIMIT 1";
        LockItem = $"{_selected} WHERE id = $1{forUpdate}";
        LockItems = $"{_selected} WHERE id IN ({texts}) ORDER BY seq{forUpdate}";
        LockItemsOfAgent = $"{_selected} WHERE agent = $1 AND state IN ('pending', 'running') ORDER BY seq{forUpdate}";
        Item = $"{_selected} WHERE id = $1";
        AnyExpired = $"SELECT 1 FROM {queues} JOIN {items} ON queue = name WHERE state = 'pending' AND lease_until <= {now} LIMIT 1";
        LockExpired = $"{_selected} WHERE state = 'pending' AND lease_until <= {now} ORDER BY seq LIMIT 1000{skipLocked}";
        Renew = $"UPDATE {items} SET lease_until = $2 WHERE id IN ({texts})";
        Save = $"UPDATE {items} SET {ItemColumns.Assigned} WHERE seq = $1";
        Insert = $"""
            INSERT INTO {items} (id, queue, job, asked, rank, submitted_at, client{column})
            SELECT $1, name, $3, $4, CASE WHEN priorities = 1 THEN $4 ELSE {(int)
                JobPriority.Medium} END, {now}, $5{value} FROM {queues} WHERE name = $2{forShare}
            ON CONFLICT (id) DO NOTHING
            """;

        Definition = $"SELECT definition FROM {queues} WHERE name = $1";
        LockQueue = $"{Definition}{forUpdate}";
        CreateQueue =
            $"INSERT INTO {queues} (name, definition, priorities, revision, updated_at) VALUES ($1, $2, $3, $4, {now}) ON CONFLICT (name) DO NOTHING";
        QueueRevision = $"SELECT revision FROM {queues} WHERE name = $1";
        UpdateQueue = $"UPDATE {queues} SET definition = $2, priorities = $3, revision = $4, updated_at = {now} WHERE name = $1";
        Rerank =
            $"UPDATE {items} SET rank = CASE WHEN $2 = 1 THEN asked ELSE {(int)JobPriority.Medium} END WHERE queue = $1 AND {Open} AND rank <> CASE WHEN $2 = 1 THEN asked ELSE {(int)JobPriority.Medium} END";
        AnyOpen = $"SELECT 1 FROM {items} WHERE queue = $1 AND {Open} LIMIT 1";
        DeleteEnded =
            $"DELETE FROM {items} WHERE seq IN (SELECT seq FROM {items} WHERE ended_at <= {now} - $1 AND NOT {Open} ORDER BY ended_at LIMIT $2{skipLocked})";
        DeleteItems = $"DELETE FROM {items} WHERE queue = $1";
        DeleteQueue = $"DELETE FROM {queues} WHERE name = $1";
        var counted = $"""
            SELECT name, definition, updated_at,
              (SELECT count(*) FROM {items} WHERE queue = name AND state = 'queued'),
              (SELECT count(*) FROM {items} WHERE queue = name AND state IN ('pending', 'running'))
            FROM {queues}
            """;
        Queue = $"{counted} WHERE name = $1";
        Queues = $"{counted} ORDER BY name";
        QueueNames = $"SELECT name FROM {queues}";
    }

    /// <summary>The statements on agents.</summary>
    public AgentSql Agents { get; }

    /// <summary>
    /// The item that is popped next: the best of those that wait and those whose lease ran out before they were acknowledged. <c>$1</c> is
    /// the queue.
    /// </summary>
    public string Next { get; }

    public string LockItem { get; }

    public string LockItems { get; }

    public string LockItemsOfAgent { get; }

    public string Item { get; }

    public string AnyExpired { get; }

    public string LockExpired { get; }

    /// <summary>Renews the leases of the items in the JSON array <c>$1</c> until <c>$2</c>.</summary>
    public string Renew { get; }

    public string Save { get; }

    /// <summary>
    /// Pushes an item: its id, queue, job, asked priority and client. It does nothing where there is no such queue, or the item is there
    /// already.
    /// </summary>
    public string Insert { get; }

    public string Definition { get; }

    public string LockQueue { get; }

    public string CreateQueue { get; }

    public string QueueRevision { get; }

    public string UpdateQueue { get; }

    /// <summary>Gives the open items of a queue the places that its prioritization means.</summary>
    public string Rerank { get; }

    public string AnyOpen { get; }

    /// <summary>Deletes <c>$2</c> items at most that ended <c>$1</c> microseconds ago or earlier.</summary>
    public string DeleteEnded { get; }

    public string DeleteItems { get; }

    public string DeleteQueue { get; }

    public string Queue { get; }

    public string Queues { get; }

    public string QueueNames { get; }

    /// <summary>The newest items of all queues: <c>$1</c> many.</summary>
    public string Newest => $"{_selected} ORDER BY seq DESC LIMIT $1";

    /// <summary>
    /// The newest items of the queue <c>$1</c> in the state <c>$2</c>: <c>$3</c> many. One state at a time, so that the index gives them in
    /// order.
    /// </summary>
    public string NewestInState => $"{_selected} WHERE queue = $1 AND state = $2 ORDER BY seq DESC LIMIT $3";
}
