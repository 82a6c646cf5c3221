namespace LaunchSdk.Agent.Jobs;

/// <summary>Who an agent is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MachineId">The id of its machine.</param>
/// <param name="FormerNames">Names that agents of this machine had before, and whose jobs and containers are this one's now.</param>
internal sealed record AgentIdentity(string Name, string MachineId, IReadOnlyList<string> FormerNames)
{
    /// <summary>Finds out who an agent is; a machine without an id gets one.</summary>
    public static AgentIdentity Create(LaunchAgentOptions options)
    {
        var id = Machine.MachineId.FindOrCreate(options.StateFolder);
        // The first version named agents after the machine alone; it leaves its lock's file.
        var former = Environment.MachineName;
        return options.Name is { } name
            ? new AgentIdentity(name, id, [])
            : new AgentIdentity(Machine.MachineId.AgentNameOf(id), id, AgentLock.WasTaken(options.StateFolder, former) ? [former] : []);
    }
}
