using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent;

/// <summary>
/// Another agent has the name, on this machine or another: two of a name would take each other for one that was restarted.
/// </summary>
public sealed class AgentNameInUseException : Exception
{
    /// <summary>Names the agent that this machine has.</summary>
    /// <param name="name">The agent's name.</param>
    /// <param name="lockFile">The file that the other agent has locked.</param>
    /// <param name="inner">The cause.</param>
    public AgentNameInUseException(string name, string lockFile, Exception? inner = null)
        : base(
            $"an agent named '{name}' runs on this machine already ({lockFile} is locked): give this one another name, or end the other",
            inner
        ) { }

    /// <summary>Names the agent that the backend knows.</summary>
    /// <param name="holder">The agent that has the name.</param>
    /// <param name="machineId">The id of the machine of the agent that asked for it.</param>
    internal AgentNameInUseException(RegisteredAgent holder, string machineId)
        : base(Describe(holder, machineId)) => (Holder, HeldFor, MayBeGone) = (holder, holder.HeldFor, holder.Agent.MachineId == machineId);

    /// <summary>Tells of an agent of the first version, which the backend's table does not know.</summary>
    /// <param name="name">The agent's name.</param>
    /// <param name="heldFor">How long its jobs are leased to it.</param>
    internal AgentNameInUseException(string name, TimeSpan heldFor)
        : base(
            $"an agent named '{name}' of an older LaunchSdk has jobs, and was heard of less than a minute ago: give this one another name, or end the other"
        ) => (HeldFor, MayBeGone) = (heldFor, true);

    /// <summary>The agent that has the name, where the backend knows it; null where it runs on this machine.</summary>
    public RegisteredAgent? Holder { get; }

    /// <summary>How long it keeps the name unless it is heard of again.</summary>
    internal TimeSpan HeldFor { get; }

    /// <summary>
    /// Whether it may be this machine's own, before a restart of the machine or an update: then it is worth to wait for the end of its
    /// lease.
    /// </summary>
    internal bool MayBeGone { get; }

    private static string Describe(RegisteredAgent holder, string machineId)
    {
        var (agent, clone) = (holder.Agent, "");
        if (agent.MachineId == machineId)
        {
            clone =
                " Both machines have the same id, as clones have: delete the file machine-id in the data folder of one of them (~/.local/share/launchsdk).";
        }

        return FormattableString.Invariant(
            $"the machine '{agent.Machine}' (id {agent.MachineId}) has the name '{agent.Name}' since {holder.Since:yyyy-MM-dd HH:mm:ss}Z, and was heard of at {holder.SeenAt:HH:mm:ss}Z: give this agent another name, or end the other. If that machine is gone, the name is free in {Math.Ceiling(holder.HeldFor.TotalSeconds)} s.{clone}"
        );
    }
}
