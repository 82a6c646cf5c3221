namespace LaunchSdk.Agent.Hosting;

/// <summary>What becomes of an agent's jobs when its host stops.</summary>
public enum HostStop
{
    /// <summary>Their containers go on; the next agent of the same name takes them over.</summary>
    LeaveJobs,

    /// <summary>
    /// The host waits for their end, as long as its own shutdown timeout lets it (<c>HostOptions.ShutdownTimeout</c>); those that are not
    /// over then go on.
    /// </summary>
    Drain,

    /// <summary>They are stopped, as far as the host's shutdown timeout lets it.</summary>
    CancelJobs,
}
