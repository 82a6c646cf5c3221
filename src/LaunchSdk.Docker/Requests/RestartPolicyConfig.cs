namespace LaunchSdk.Docker.Requests;

/// <summary>What the engine does when a container ends.</summary>
public sealed class RestartPolicyConfig
{
    /// <summary><c>no</c>, <c>always</c>, <c>on-failure</c>, <c>unless-stopped</c>; other names are passed on as they are.</summary>
    public string Name { get; set; } = "";

    /// <summary>The most restarts of <c>on-failure</c>; 0 for no limit.</summary>
    public long MaximumRetryCount { get; set; }
}
