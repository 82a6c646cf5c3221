namespace LaunchSdk.Agent.Images;

/// <summary>An image that the engine has.</summary>
/// <param name="Reference">The image as docker takes it.</param>
/// <param name="EntryPoint">The job's entry point, which the override's replaces; null for the image's own.</param>
internal sealed record JobImage(string Reference, IReadOnlyList<string>? EntryPoint = null);
