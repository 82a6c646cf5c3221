namespace LaunchSdk.Docker.Containers;

/// <summary>
/// The labels by which LaunchSdk finds its containers again, also from another process. Without the first of them it never touches a
/// container.
/// </summary>
public static class LaunchLabels
{
    /// <summary><c>true</c> on every container that LaunchSdk made.</summary>
    public const string Managed = "dev.launchsdk.managed";

    /// <summary>The run's id: 32 hexadecimal digits unless the caller chose it.</summary>
    public const string Run = "dev.launchsdk.run";

    /// <summary>Who made it: <c>machine/process id/user</c>.</summary>
    public const string Owner = "dev.launchsdk.owner";

    /// <summary>When it was asked for, by the client's clock: ISO 8601, UTC.</summary>
    public const string Created = "dev.launchsdk.created";
}
