namespace LaunchSdk.Options;

/// <summary>A part of an option's value that a rule looks at.</summary>
public enum OptionPart
{
    /// <summary>All of it.</summary>
    Value,

    /// <summary>What it is: a mount's type, a restart policy's name.</summary>
    Kind,

    /// <summary>What is mounted.</summary>
    Source,

    /// <summary>Where the container sees it.</summary>
    Target,

    /// <summary>How mounts below are passed on.</summary>
    Propagation,

    /// <summary>How often a container is started again.</summary>
    Count,
}
