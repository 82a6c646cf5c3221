namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>The moments at which an agent is killed; each is after what its name says.</summary>
public enum KillStep
{
    Popped,
    Acknowledged,
    ImageReady,
    Created,

    /// <summary>The container is created; the agent goes on, and asks the engine to start it.</summary>
    Starting,
    Started,
    Running,
    Exited,
    Reported,
}
