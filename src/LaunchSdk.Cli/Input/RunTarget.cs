namespace LaunchSdk.Cli.Input;

/// <summary>What is run, where the arguments FILE and --image do not say it.</summary>
/// <param name="Queue">The queue's file.</param>
/// <param name="Image">The image.</param>
internal sealed record RunTarget(string Queue, string Image);
