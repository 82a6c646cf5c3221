namespace LaunchSdk.Agent.Queues;

/// <summary>An agent as it makes itself known to a backend.</summary>
/// <param name="Name">Its name, which one agent has at a time.</param>
/// <param name="Machine">The name of its machine; machines that were cloned have the same.</param>
/// <param name="MachineId">The id of its machine, as its data folder keeps it.</param>
/// <param name="Process">
/// Its process, so that another of the same machine can see that it is gone: boot, process namespace, process id and start, with slashes;
/// empty where the system does not tell.
/// </param>
public sealed record AgentRegistration(string Name, string Machine, string MachineId, string Process)
{
    /// <summary>The version of LaunchSdk that it is of.</summary>
    public string Version { get; init; } = "";

    /// <summary>The queues that it takes jobs from.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>How many jobs it has at a time; -1 for any number.</summary>
    public int Slots { get; init; } = 1;
}
