namespace LaunchSdk.Agent.Conformance;

/// <summary>A step of a random sequence.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Number">Which item, lease or priority, counted round.</param>
internal sealed record QueueStep(QueueAction Action, int Number);
