namespace LaunchSdk.Cli.Input;

/// <summary>What a configuration file is.</summary>
internal enum ConfigKind
{
    /// <summary>A docker queue, either shape.</summary>
    Queue,

    /// <summary>The agent's launch-config.yaml.</summary>
    Agent,

    /// <summary>A job: a launch spec.</summary>
    Job,
}
