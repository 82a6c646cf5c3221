namespace LaunchSdk;

/// <summary>Whether the jobs of a queue have priorities.</summary>
public enum PrioritizationMode
{
    /// <summary><c>DISABLED</c>: first in, first out.</summary>
    Disabled,

    /// <summary><c>V0</c>: critical, high, medium, low, and first in, first out among equals.</summary>
    V0,
}
