namespace LaunchSdk.Docker.Requests;

/// <summary>One limit of the process.</summary>
public sealed class UlimitConfig
{
    /// <summary>The name, such as <c>nofile</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>The hard limit; -1 for none.</summary>
    public long Hard { get; set; }

    /// <summary>The soft limit; -1 for none.</summary>
    public long Soft { get; set; }
}
