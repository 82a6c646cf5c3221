namespace LaunchSdk.Agent.Tests.Queues;

/// <summary>What a step of a random sequence does.</summary>
public enum QueueAction
{
    Push,
    Pop,
    Acknowledge,
    Complete,
    GiveBack,
    Renew,
    Stop,
    Requeue,
    RequeueByForce,
    Kill,
    LeasesRunOut,
}

/// <summary>A step of a random sequence.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Number">Which item, lease or priority, counted round.</param>
public sealed record QueueStep(QueueAction Action, int Number);
