namespace LaunchSdk.Agent.Queues;

/// <summary>A queue as its backend has it.</summary>
/// <param name="Name">The queue's name.</param>
/// <param name="Definition">Its options, template variables and prioritization.</param>
/// <param name="UpdatedAt">When the definition was last set, by the backend's clock.</param>
/// <param name="Waiting">How many items wait.</param>
/// <param name="Running">How many items an agent has.</param>
public sealed record RunQueue(string Name, DockerQueue Definition, DateTimeOffset UpdatedAt, long Waiting, long Running);
