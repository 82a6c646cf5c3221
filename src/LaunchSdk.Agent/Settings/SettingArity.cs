namespace LaunchSdk.Agent.Settings;

/// <summary>How the option of a setting is written on a command line.</summary>
public enum SettingArity
{
    /// <summary>There is none: the setting is a secret, and other users see a command line.</summary>
    None,

    /// <summary>With one value.</summary>
    Value,

    /// <summary>With one value, as often as there are values.</summary>
    List,

    /// <summary>Without a value; the setting is then true.</summary>
    Switch,

    /// <summary>Without a value, and repeated for more.</summary>
    Count,
}
