namespace LaunchSdk.Agent.Queues;

/// <summary>
/// The agents of a backend: one of a name at a time, wherever it runs. Failures are those of <see cref="IRunQueueReader"/>.
/// </summary>
public interface IAgentRegistry
{
    /// <summary>
    /// Takes a name. It is free where nobody has it, where its agent has ended or has not been heard of for its lease, and where its
    /// agent's process is known to be gone.
    /// </summary>
    /// <param name="agent">The agent.</param>
    /// <param name="lease">How long the name is its own unless it is heard of again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The claim to the name, which the other calls need.</returns>
    /// <exception cref="AgentNameInUseException">Another agent has the name.</exception>
    Task<AgentClaim> ClaimAsync(AgentRegistration agent, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Keeps a name for another while.</summary>
    /// <param name="claim">The name.</param>
    /// <param name="lease">How long from now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunQueueLeaseLostException">The name is another agent's.</exception>
    Task RenewAsync(AgentClaim claim, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Gives a name up; one that is another agent's stays that one's.</summary>
    /// <param name="claim">The name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task ReleaseAsync(AgentClaim claim, CancellationToken cancellationToken = default);

    /// <summary>All agents that ever took a name, by name.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The agents.</returns>
    Task<IReadOnlyList<RegisteredAgent>> ListAgentsAsync(CancellationToken cancellationToken = default);
}
