using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>Queues and items in a database: what SQLite and PostgreSQL have in common.</summary>
public abstract partial class SqlRunQueueBackend : IRunQueueBackend, IAgentRegistry
{
    private const string IdCharacters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int IdLength = 12;

    // The client's own word of where it is.
    private static readonly string ClientName = StoredText.Clean($"{Environment.UserName}@{Environment.MachineName}");

    private readonly StoredText _texts = new();

    private protected SqlRunQueueBackend() { }

    /// <inheritdoc/>
    public abstract string Description { get; }

    private protected abstract QueueSql Sql { get; }

    /// <inheritdoc/>
    public async Task<RunQueue> CreateQueueAsync(DockerQueue queue, CancellationToken cancellationToken = default)
    {
        var (name, text, revision) = (NameOf(queue), StoredText.Write(queue), Guid.NewGuid().ToString("N"));
        return await RunAsync(
                SqlAccess.Write,
                async session =>
                {
                    // A call that is repeated because its answer was lost finds its own revision.
                    var isNew =
                        await session
                            .ExecuteAsync(Sql.CreateQueue, cancellationToken, name, text, Priorities(queue), revision)
                            .ConfigureAwait(false) > 0;
                    return isNew || await session.TextAsync(Sql.QueueRevision, cancellationToken, name).ConfigureAwait(false) == revision
                        ? await ReadQueueAsync(session, name, cancellationToken).ConfigureAwait(false) ?? throw NoQueue(name)
                        : throw new RunQueueRefusedException($"there is a queue '{name}' already: update it, or choose another name");
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<RunQueue> UpdateQueueAsync(DockerQueue queue, CancellationToken cancellationToken = default)
    {
        var (name, text, revision) = (NameOf(queue), StoredText.Write(queue), Guid.NewGuid().ToString("N"));
        return await RunAsync(
                SqlAccess.Write,
                async session =>
                {
                    if (
                        await session
                            .ExecuteAsync(Sql.UpdateQueue, cancellationToken, name, text, Priorities(queue), revision)
                            .ConfigureAwait(false) == 0
                    )
                    {
                        throw NoQueue(name);
                    }

                    await session.ExecuteAsync(Sql.Rerank, cancellationToken, name, Priorities(queue)).ConfigureAwait(false);
                    return await ReadQueueAsync(session, name, cancellationToken).ConfigureAwait(false) ?? throw NoQueue(name);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteQueueAsync(string queue, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        await RunAsync(
                SqlAccess.Write,
                async session =>
                {
                    if (!await session.AnyAsync(Sql.LockQueue, cancellationToken, queue).ConfigureAwait(false))
                    {
                        throw NoQueue(queue);
                    }

                    if (await session.AnyAsync(Sql.AnyOpen, cancellationToken, queue).ConfigureAwait(false))
                    {
                        throw new RunQueueRefusedException(
                            $"the queue '{queue}' has items that wait or run: stop them first, or wait for their end"
                        );
                    }

                    await session.ExecuteAsync(Sql.DeleteItems, cancellationToken, queue).ConfigureAwait(false);
                    return await session.ExecuteAsync(Sql.DeleteQueue, cancellationToken, queue).ConfigureAwait(false);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunQueue>> ListQueuesAsync(CancellationToken cancellationToken = default)
    {
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return await RunAsync(SqlAccess.Read, session => session.QueryAsync(Sql.Queues, ReadQueue, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<RunQueue?> FindQueueAsync(string queue, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return await RunAsync(SqlAccess.Read, session => ReadQueueAsync(session, queue, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<RunQueueItem> PushAsync(string queue, LaunchJob job, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        ArgumentNullException.ThrowIfNull(job);
        var (id, text) = (RandomNumberGenerator.GetString(IdCharacters, IdLength), StoredText.Write(job, out var stored));
        var item = await RunAsync(
                SqlAccess.Write,
                async session =>
                {
                    await session
                        .ExecuteAsync(
                            Sql.Insert,
                            cancellationToken,
                            id,
                            queue,
                            text,
                            (long)(job.Priority ?? JobPriority.Medium),
                            ClientName
                        )
                        .ConfigureAwait(false);
                    return await session.ItemAsync(Sql.Item, cancellationToken, id).ConfigureAwait(false) is var (row, now)
                        ? StoredItem.Of(row, now, stored)
                        : throw NoQueue(queue);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        Changed();
        return item;
    }

    /// <inheritdoc/>
    public Task<RunQueueItem?> FindItemAsync(string itemId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(itemId);
        return RunAsync(
            SqlAccess.Read,
            async session =>
                await session.ItemAsync(Sql.Item, cancellationToken, itemId).ConfigureAwait(false) is var (row, now)
                    ? StoredItem.Of(row, now)
                    : null,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunQueueItem>> ListItemsAsync(RunQueueItemFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return await RunAsync(SqlAccess.Read, session => ListAsync(session, filter, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task RequestStopAsync(string itemId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(itemId);
        try
        {
            await ChangeAsync(itemId, ItemRules.RequestStop, cancellationToken).ConfigureAwait(false);
        }
        catch (RunQueueDeniedException denied)
        {
            if (!await TryStopOwnAsync(itemId, cancellationToken).ConfigureAwait(false))
            {
                throw new RunQueueDeniedException(
                    $"{denied.Message}. A job is stopped by whoever submitted it, by an agent or by an operator",
                    denied
                );
            }
        }

        Changed();
    }

    /// <inheritdoc/>
    public Task<RunQueueLease?> PopAsync(string queue, string agent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        ArgumentException.ThrowIfNullOrEmpty(agent);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        var (token, isRepeated) = (NewToken(), false);
        return RunAsync<RunQueueLease?>(
            SqlAccess.Write,
            async session =>
            {
                // A call that is repeated because its answer was lost may have taken an item already.
                if (isRepeated && await TakenAsync(session, agent, token, cancellationToken).ConfigureAwait(false) is { } taken)
                {
                    return taken;
                }

                isRepeated = true;
                while (await session.ItemAsync(Sql.Next, cancellationToken, queue).ConfigureAwait(false) is var (row, now))
                {
                    row = ItemRules.Settle(row, now);
                    LaunchJob? job = null;
                    if (row.State == RunQueueItemState.Queued && (job = StoredText.Job(row.Job, out var reason)) is null)
                    {
                        row = ItemRules.Refuse(row, reason!, now);
                    }

                    if (row.State.IsEnded())
                    {
                        await SaveAsync(session, row, cancellationToken).ConfigureAwait(false);
                        continue;
                    }

                    row = ItemRules.Take(
                        row,
                        StoredText.Clean(agent),
                        _machines.GetValueOrDefault(agent),
                        token,
                        now + StoredItem.Microseconds(lease)
                    );
                    await SaveAsync(session, row, cancellationToken).ConfigureAwait(false);
                    return LeaseOf(row, now, await DefinitionAsync(session, queue, cancellationToken).ConfigureAwait(false), job);
                }

                // Nothing waits; whether the queue is there is asked only now, so that a pop that gives something does not pay for it.
                return await session.AnyAsync(Sql.Definition, cancellationToken, queue).ConfigureAwait(false) ? null : throw NoQueue(queue);
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunQueueLease>> ResumeAsync(string agent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(agent);
        return ResumeAsync(new RunQueueResumption(agent), lease, cancellationToken);
    }

    /// <inheritdoc/>
    public Task AcknowledgeAsync(RunQueueLease lease, string runId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return ChangeAsync(
            lease.Item.Id,
            (row, now) => ItemRules.Acknowledge(row, lease.Token, StoredText.Clean(runId), now),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, RunQueueRenewal>> RenewAsync(
        IReadOnlyCollection<RunQueueLease> leases,
        TimeSpan duration,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(leases);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return leases.Count == 0
            ? new Dictionary<string, RunQueueRenewal>()
            : await RunAsync(
                    SqlAccess.Write,
                    async session =>
                    {
                        var found = await session
                            .ItemsAsync(Sql.LockItems, cancellationToken, Json(leases.Select(lease => lease.Item.Id)))
                            .ConfigureAwait(false);
                        var rows = found.ToDictionary(item => item.Row.Id, StringComparer.Ordinal);
                        Dictionary<string, RunQueueRenewal> answers = new(StringComparer.Ordinal);
                        foreach (var lease in leases)
                        {
                            var known = rows.TryGetValue(lease.Item.Id, out var item);
                            answers[lease.Item.Id] = ItemRules.Renew(known ? item.Row : null, lease.Token, known ? item.Now : 0);
                        }

                        var kept = answers.Where(answer => answer.Value != RunQueueRenewal.Lost).Select(answer => answer.Key).ToList();
                        if (kept.Count > 0)
                        {
                            await session
                                .ExecuteAsync(Sql.Renew, cancellationToken, Json(kept), found[0].Now + StoredItem.Microseconds(duration))
                                .ConfigureAwait(false);
                        }

                        return answers;
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task NoteAsync(RunQueueLease lease, string note, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(note);
        return ChangeAsync(lease.Item.Id, (row, now) => ItemRules.Note(row, lease.Token, StoredText.Clean(note), now), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(RunQueueLease lease, RunOutcome outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.State.IsEnded())
        {
            throw new ArgumentException($"an item does not end as {outcome.State}: give Finished, Failed or Killed", nameof(outcome));
        }

        await ChangeAsync(lease.Item.Id, (row, now) => ItemRules.Complete(row, lease.Token, outcome, now), cancellationToken)
            .ConfigureAwait(false);
        Changed();
    }

    /// <inheritdoc/>
    public async Task GiveBackAsync(RunQueueLease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        await ChangeAsync(lease.Item.Id, (row, now) => ItemRules.GiveBack(row, lease.Token, now), cancellationToken).ConfigureAwait(false);
        Changed();
    }

    /// <inheritdoc/>
    public Task<int> DeleteEndedItemsAsync(TimeSpan age, int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(age, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return RunAsync(
            SqlAccess.Write,
            session => session.ExecuteAsync(Sql.DeleteEnded, cancellationToken, StoredItem.Microseconds(age), (long)most),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public abstract Task<IRunQueueChanges> SubscribeAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Runs a call on a connection; failures of the database become <see cref="RunQueueException"/>.</summary>
    private protected abstract Task<T> RunAsync<T>(SqlAccess access, Func<SqlSession, Task<T>> call, CancellationToken cancellationToken);

    /// <summary>Asks for the end of an item for a user who may change none, but has submitted this one; whether it was asked for.</summary>
    private protected virtual Task<bool> TryStopOwnAsync(string itemId, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Tells listeners, also of other processes, that something changed; nothing where the database does it.</summary>
    private protected virtual void Changed() { }

    private static RunQueueNotFoundException NoQueue(string name) => new($"there is no queue '{name}': create it first");

    private static string NameOf(DockerQueue queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return string.IsNullOrEmpty(queue.Name) ? throw new RunQueueRefusedException("the queue has no name: give it one") : queue.Name;
    }

    private static long Priorities(DockerQueue queue) => queue.PrioritizationMode == PrioritizationMode.V0 ? 1 : 0;

    private static string NewToken() => Guid.NewGuid().ToString("N");

    private static string Json(IEnumerable<string> texts) =>
        new JsonArray([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]).ToJsonString();

    private static RunQueueLease LeaseOf(ItemRow row, long now, DockerQueue queue, LaunchJob? job = null) =>
        new(StoredItem.Of(row, now, job), queue, row.Token!);

    private async Task<DockerQueue> DefinitionAsync(SqlSession session, string queue, CancellationToken cancellationToken) =>
        _texts.Definition(
            queue,
            await session.TextAsync(Sql.Definition, cancellationToken, queue).ConfigureAwait(false) ?? throw NoQueue(queue)
        );

    private async Task<RunQueueLease?> TakenAsync(SqlSession session, string agent, string token, CancellationToken cancellationToken)
    {
        var items = await session.ItemsAsync(Sql.LockItemsOfAgent, cancellationToken, StoredText.Clean(agent)).ConfigureAwait(false);
        return items.Where(item => item.Row.Token == token).ToList() is [var (row, now)]
            ? LeaseOf(row, now, await DefinitionAsync(session, row.Queue, cancellationToken).ConfigureAwait(false))
            : null;
    }

    private async Task<RunQueue?> ReadQueueAsync(SqlSession session, string name, CancellationToken cancellationToken) =>
        (await session.QueryAsync(Sql.Queue, ReadQueue, cancellationToken, name).ConfigureAwait(false)).FirstOrDefault();

    private RunQueue ReadQueue(System.Data.Common.DbDataReader reader)
    {
        var name = reader.GetString(0);
        return new RunQueue(
            name,
            _texts.Definition(name, reader.GetString(1)),
            StoredItem.Time(reader.GetInt64(2)),
            reader.GetInt64(3),
            reader.GetInt64(4)
        );
    }

    private async Task<IReadOnlyList<RunQueueItem>> ListAsync(
        SqlSession session,
        RunQueueItemFilter filter,
        CancellationToken cancellationToken
    )
    {
        if (filter.Queue is null && filter.States.Count == 0)
        {
            var newest = await session.ItemsAsync(Sql.Newest, cancellationToken, (long)filter.Limit).ConfigureAwait(false);
            return [.. newest.Select(item => StoredItem.Of(item.Row, item.Now))];
        }

        List<string> queues = filter.Queue is { } queue
            ? [queue]
            : await session.QueryAsync(Sql.QueueNames, reader => reader.GetString(0), cancellationToken).ConfigureAwait(false);
        List<(ItemRow Row, long Now)> items = [];
        foreach (var state in filter.States.Count == 0 ? Enum.GetValues<RunQueueItemState>() : filter.States.Distinct())
        {
            foreach (var name in queues)
            {
                items.AddRange(
                    await session
                        .ItemsAsync(Sql.NewestInState, cancellationToken, name, StateNames.Of(state), (long)filter.Limit)
                        .ConfigureAwait(false)
                );
            }
        }

        return [.. items.OrderByDescending(item => item.Row.Sequence).Take(filter.Limit).Select(item => StoredItem.Of(item.Row, item.Now))];
    }

    /// <summary>
    /// Writes down which leases ran out before their items were acknowledged, so that counts and lists by state are true.
    /// </summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (
            !await RunAsync(SqlAccess.Read, session => session.AnyAsync(Sql.AnyExpired, cancellationToken), cancellationToken)
                .ConfigureAwait(false)
        )
        {
            return;
        }

        try
        {
            await RunAsync(
                    SqlAccess.Write,
                    async session =>
                    {
                        foreach (var (row, now) in await session.ItemsAsync(Sql.LockExpired, cancellationToken).ConfigureAwait(false))
                        {
                            await SaveAsync(session, ItemRules.Settle(row, now), cancellationToken).ConfigureAwait(false);
                        }

                        return true;
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (RunQueueDeniedException)
        {
            // Who may only look sees each item as it is now; an agent writes it down.
        }
    }

    private Task<(ItemRow Row, long Now)> ChangeAsync(
        string itemId,
        Func<ItemRow, long, ItemRow> change,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            SqlAccess.Write,
            async session =>
            {
                var (row, now) =
                    await session.ItemAsync(Sql.LockItem, cancellationToken, itemId).ConfigureAwait(false)
                    ?? throw new RunQueueNotFoundException($"there is no item '{itemId}'");
                var changed = change(row, now);
                if (changed != row)
                {
                    await SaveAsync(session, changed, cancellationToken).ConfigureAwait(false);
                }

                return (changed, now);
            },
            cancellationToken
        );

    private Task<int> SaveAsync(SqlSession session, ItemRow row, CancellationToken cancellationToken) =>
        session.ExecuteAsync(Sql.Save, cancellationToken, ItemColumns.Values(row));
}
