namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>The moments at which an agent is killed; each is after what its name says.</summary>
public enum KillStep
{
    Popped,
    Acknowledged,
    ImageReady,
    Created,
    Started,
    Running,
    Exited,
    Reported,
}
