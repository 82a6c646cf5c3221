namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>The statements on the table of agents, for both databases.</summary>
/// <param name="prefix">What stands before a table's name.</param>
/// <param name="now">The expression of the database's clock, in microseconds since 1970.</param>
/// <param name="forUpdate">Behind a selection, what locks its rows until the transaction ends.</param>
internal sealed class AgentSql(string prefix, string now, string forUpdate)
{
    private readonly string _selected =
        $"SELECT name, machine, machine_id, process, version, queues, slots, state, token, since, seen_at, lease_until, {now} AS clock FROM {prefix}agents";

    public string Lock => $"{_selected} WHERE name = $1{forUpdate}";

    public string All => $"{_selected} ORDER BY name";

    /// <summary>Adds an agent for <c>$9</c> microseconds; nothing where its name is there.</summary>
    public string Insert { get; } =
        $"""
            INSERT INTO {prefix}agents (name, machine, machine_id, process, version, queues, slots, token, state, since, seen_at, lease_until)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{AgentRow.Working}', {now}, {now}, {now} + $9) ON CONFLICT (name) DO NOTHING
            """;

    /// <summary>Gives a name to an agent; parameters as for <see cref="Insert"/>.</summary>
    public string Replace { get; } =
        $"""
            UPDATE {prefix}agents SET machine = $2, machine_id = $3, process = $4, version = $5, queues = $6, slots = $7, token = $8, state = '{AgentRow.Working}',
              since = {now}, seen_at = {now}, lease_until = {now} + $9 WHERE name = $1
            """;

    public string Renew { get; } = $"UPDATE {prefix}agents SET seen_at = {now}, lease_until = {now} + $3 WHERE name = $1 AND token = $2";

    public string Release { get; } =
        $"UPDATE {prefix}agents SET state = '{AgentRow.Ended}', seen_at = {now}, lease_until = {now} WHERE name = $1 AND token = $2";

    /// <summary>
    /// How long an item is still leased to an agent of a name that notes no machine, as the first version did not: in microseconds.
    /// </summary>
    public string Unregistered { get; } =
        $"SELECT lease_until - {now} FROM {prefix}items WHERE agent = $1 AND state IN ('pending', 'running') AND machine IS NULL AND lease_until > {now} ORDER BY lease_until DESC LIMIT 1";
}
