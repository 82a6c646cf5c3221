namespace LaunchSdk.Agent.Settings;

/// <summary>Where the value of a setting comes from; the first of them that has one counts.</summary>
public enum SettingOrigin
{
    /// <summary>The command line.</summary>
    CommandLine,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>The launch-config.yaml.</summary>
    File,

    /// <summary>Nobody set it.</summary>
    Default,
}
