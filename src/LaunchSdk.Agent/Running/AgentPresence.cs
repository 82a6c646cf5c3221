using System.Reflection;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Running;

/// <summary>
/// Keeps an agent's name its own at the backend: taken at the start, renewed three times in a lease, given up at the end. Does nothing
/// where the backend keeps no agents.
/// </summary>
internal sealed class AgentPresence(AgentServices agent)
{
    private const int TimesInALease = 3;
    private static readonly TimeSpan ReleaseTime = TimeSpan.FromSeconds(5);

    private AgentClaim? _claim;

    /// <summary>Takes the name. One that this machine itself may have had before its restart or an update is waited for, once.</summary>
    /// <exception cref="AgentNameInUseException">Another agent has it.</exception>
    public async Task ClaimAsync(CancellationToken cancellationToken)
    {
        if (agent.Backend.Agents is not { } agents)
        {
            return;
        }

        try
        {
            _claim = await ClaimAsync(agents, cancellationToken).ConfigureAwait(false);
        }
        catch (AgentNameInUseException e) when (e.MayBeGone)
        {
            agent.Logger.WaitsForName(e.HeldFor.TotalSeconds, e.Message);
            await Task.Delay(e.HeldFor + TimeSpan.FromMilliseconds(100), agent.Time, cancellationToken).ConfigureAwait(false);
            _claim = await ClaimAsync(agents, cancellationToken).ConfigureAwait(false);
        }

        if (_claim.Previous is { HasEnded: false } previous && previous.Agent.MachineId != agent.Identity.MachineId)
        {
            agent.Logger.NameWasElsewhere(previous.Agent.Machine, previous.Agent.MachineId);
        }
    }

    /// <summary>Keeps the name until it is cancelled; returns where it is another agent's, with the reason.</summary>
    public async Task<string> KeepAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(
                    _claim is null ? Timeout.InfiniteTimeSpan : agent.Options.LeaseDuration / TimesInALease,
                    agent.Time,
                    cancellationToken
                )
                .ConfigureAwait(false);
            try
            {
                await agent.Backend.Agents!.RenewAsync(_claim!, agent.Options.LeaseDuration, cancellationToken).ConfigureAwait(false);
                agent.OutageRetry.BackendAnswered();
            }
            catch (RunQueueLeaseLostException e)
            {
                return e.Message;
            }
            catch (RunQueueException e)
            {
                agent.OutageRetry.BackendFailed(e);
            }
        }
    }

    /// <summary>Gives the name up; where the backend does not answer, the lease does.</summary>
    public async Task ReleaseAsync()
    {
        if (_claim is not { } claim)
        {
            return;
        }

        using var deadline = new CancellationTokenSource(ReleaseTime, agent.Time);
        try
        {
            await agent.Backend.Agents!.ReleaseAsync(claim, deadline.Token).WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RunQueueException or OperationCanceledException)
        {
            agent.Logger.NameKept(e.Message);
        }
    }

    private Task<AgentClaim> ClaimAsync(IAgentRegistry agents, CancellationToken cancellationToken)
    {
        var registration = new AgentRegistration(
            agent.Identity.Name,
            Environment.MachineName,
            agent.Identity.MachineId,
            ProcessIdentity.Current
        )
        {
            Version =
                typeof(AgentPresence).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            Queues = agent.Options.Queues,
            Slots = agent.Options.MaxJobs,
        };
        return agent.OutageRetry.BackendAsync(
            token => agents.ClaimAsync(registration, agent.Options.LeaseDuration, token),
            cancellationToken
        );
    }
}
