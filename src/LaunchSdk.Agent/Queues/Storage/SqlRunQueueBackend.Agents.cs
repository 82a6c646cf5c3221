using System.Collections.Concurrent;

namespace LaunchSdk.Agent.Queues.Storage;

/// <content>The agents of a database.</content>
public abstract partial class SqlRunQueueBackend
{
    // The machines of the agents that claimed their names through this client: what they take is noted as taken there.
    private readonly ConcurrentDictionary<string, string> _machines = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IAgentRegistry? Agents => this;

    /// <summary>Whether all agents of the database are of one machine, where a lock keeps a second one of a name away.</summary>
    private protected virtual bool IsOfOneMachine => false;

    /// <inheritdoc/>
    async Task<AgentClaim> IAgentRegistry.ClaimAsync(AgentRegistration agent, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentException.ThrowIfNullOrEmpty(agent.Name);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        var token = NewToken();
        var values = AgentRow.Values(agent, token, lease);
        var claim = await RunAsync(
                SqlAccess.Write,
                async session =>
                {
                    while (true)
                    {
                        if (
                            (await session.QueryAsync(Sql.Agents.Lock, AgentRow.Read, cancellationToken, values[0]).ConfigureAwait(false))
                            is [var known]
                        )
                        {
                            if (
                                known.Token != token
                                && known.Agent.HeldFor > TimeSpan.Zero
                                && !ProcessIdentity.IsGone(known.Agent.Agent.Process)
                            )
                            {
                                throw new AgentNameInUseException(known.Agent, agent.MachineId);
                            }

                            await session.ExecuteAsync(Sql.Agents.Replace, cancellationToken, values).ConfigureAwait(false);
                            return new AgentClaim(agent, token, known.Agent);
                        }

                        await RefuseUnregisteredAsync(session, agent.Name, cancellationToken).ConfigureAwait(false);
                        if (await session.ExecuteAsync(Sql.Agents.Insert, cancellationToken, values).ConfigureAwait(false) > 0)
                        {
                            return new AgentClaim(agent, token, Previous: null);
                        }
                    }
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        _machines[agent.Name] = agent.MachineId;
        return claim;
    }

    /// <inheritdoc/>
    async Task IAgentRegistry.RenewAsync(AgentClaim claim, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var renewed = await RunAsync(
                SqlAccess.Write,
                session =>
                    session.ExecuteAsync(
                        Sql.Agents.Renew,
                        cancellationToken,
                        StoredText.Clean(claim.Agent.Name),
                        claim.Token,
                        StoredItem.Microseconds(lease)
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (renewed == 0)
        {
            throw new RunQueueLeaseLostException(
                $"the name '{claim.Agent.Name}' is another agent's now: end this one, or give it another name"
            );
        }
    }

    /// <inheritdoc/>
    Task IAgentRegistry.ReleaseAsync(AgentClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return RunAsync(
            SqlAccess.Write,
            session => session.ExecuteAsync(Sql.Agents.Release, cancellationToken, StoredText.Clean(claim.Agent.Name), claim.Token),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    async Task<IReadOnlyList<RegisteredAgent>> IAgentRegistry.ListAgentsAsync(CancellationToken cancellationToken) =>
        [
            .. (
                await RunAsync(
                        SqlAccess.Read,
                        session => session.QueryAsync(Sql.Agents.All, AgentRow.Read, cancellationToken),
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            ).Select(static row => row.Agent),
        ];

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunQueueLease>> ResumeAsync(
        RunQueueResumption who,
        TimeSpan lease,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        return RunAsync<IReadOnlyList<RunQueueLease>>(
            SqlAccess.Write,
            async session =>
            {
                List<RunQueueLease> leases = [];
                foreach (var name in who.FormerNames.Prepend(who.Agent))
                {
                    foreach (
                        var (row, now) in await session
                            .ItemsAsync(Sql.LockItemsOfAgent, cancellationToken, StoredText.Clean(name))
                            .ConfigureAwait(false)
                    )
                    {
                        if (
                            (IsOfOneMachine || IsResumedBy(who, row))
                            && ItemRules.Resume(row, row.Agent!, NewToken(), now + StoredItem.Microseconds(lease), now) is { } resumed
                        )
                        {
                            resumed = resumed with { Agent = StoredText.Clean(who.Agent), Machine = who.MachineId ?? row.Machine };
                            await SaveAsync(session, resumed, cancellationToken).ConfigureAwait(false);
                            leases.Add(
                                LeaseOf(
                                    resumed,
                                    now,
                                    await DefinitionAsync(session, resumed.Queue, cancellationToken).ConfigureAwait(false)
                                )
                            );
                        }
                    }
                }

                return leases;
            },
            cancellationToken
        );
    }

    private static bool IsResumedBy(RunQueueResumption who, ItemRow row) =>
        who.MachineId is null
        || who.Found.Contains(row.Id)
        || (row.Agent == StoredText.Clean(who.Agent) && (row.Machine is null || row.Machine == who.MachineId));

    // An agent of the first version is in no table: a lease that runs tells of it.
    private async Task RefuseUnregisteredAsync(SqlSession session, string name, CancellationToken cancellationToken)
    {
        if (
            !IsOfOneMachine
            && await session
                .QueryAsync(Sql.Agents.Unregistered, static reader => reader.GetInt64(0), cancellationToken, StoredText.Clean(name))
                .ConfigureAwait(false)
                is [var left]
        )
        {
            throw new AgentNameInUseException(name, TimeSpan.FromMicroseconds(left));
        }
    }
}
