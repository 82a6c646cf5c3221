namespace LaunchSdk.Documents;

/// <summary>The two notations of a configuration file.</summary>
public enum ConfigFormat
{
    /// <summary>JSON as RFC 8259 has it: no comments, no trailing commas.</summary>
    Json,

    /// <summary>YAML 1.2 with the core schema: <c>no</c>, <c>on</c> and <c>22:22</c> are text.</summary>
    Yaml,
}
