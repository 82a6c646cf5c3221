namespace LaunchSdk.Validation;

/// <summary>What a configuration file is.</summary>
internal enum ConfigFileKind
{
    /// <summary>A docker queue, either shape.</summary>
    Queue,

    /// <summary>The agent's launch-config.yaml.</summary>
    Agent,

    /// <summary>A job: a launch spec.</summary>
    Job,
}
