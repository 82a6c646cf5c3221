namespace LaunchSdk.Docker.Requests;

/// <summary>A health check. Times are nanoseconds; a member that is null is the image's.</summary>
public sealed class HealthConfig
{
    /// <summary>The command: <c>CMD-SHELL</c> and a line for the shell, <c>CMD</c> and words, or <c>NONE</c> for no check.</summary>
    public IList<string>? Test { get; set; }

    /// <summary>Nanoseconds between two checks.</summary>
    public long? Interval { get; set; }

    /// <summary>Nanoseconds that a check may take.</summary>
    public long? Timeout { get; set; }

    /// <summary>Nanoseconds in which failures do not count.</summary>
    public long? StartPeriod { get; set; }

    /// <summary>Nanoseconds between two checks in the start period.</summary>
    public long? StartInterval { get; set; }

    /// <summary>The failures in a row that make the container unhealthy.</summary>
    public long? Retries { get; set; }
}
