namespace LaunchSdk.Agent;

/// <summary>Another agent of the same name runs on this machine: two would take each other for one that was restarted.</summary>
public sealed class AgentNameInUseException : Exception
{
    /// <summary>Names the agent.</summary>
    /// <param name="name">The agent's name.</param>
    /// <param name="lockFile">The file that the other agent has locked.</param>
    /// <param name="inner">The cause.</param>
    public AgentNameInUseException(string name, string lockFile, Exception? inner = null)
        : base($"an agent named '{name}' runs on this machine already ({lockFile} is locked): give this one another name (--name), or end the other", inner)
    {
    }
}
