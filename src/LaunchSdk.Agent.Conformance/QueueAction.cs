namespace LaunchSdk.Agent.Conformance;

/// <summary>What a step of a random sequence of calls does.</summary>
public enum QueueAction
{
    /// <summary>Puts a job on the queue.</summary>
    Push,

    /// <summary>Takes the next job.</summary>
    Pop,

    /// <summary>Says that the work on a job begins.</summary>
    Acknowledge,

    /// <summary>Ends a job.</summary>
    Complete,

    /// <summary>Puts a job back.</summary>
    GiveBack,

    /// <summary>Renews a lease.</summary>
    Renew,

    /// <summary>Asks for a job's end.</summary>
    Stop,

    /// <summary>Takes a job from an agent that is silent.</summary>
    Requeue,

    /// <summary>Takes a job from any agent.</summary>
    RequeueByForce,

    /// <summary>Ends a job without its agent.</summary>
    Kill,

    /// <summary>Lets all leases run out.</summary>
    LeasesRunOut,
}
