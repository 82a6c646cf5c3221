namespace LaunchSdk.Documents;

/// <summary>What a node of a configuration file is.</summary>
public enum ConfigNodeKind
{
    /// <summary>Nothing: JSON's <c>null</c>; in YAML also <c>~</c> and an empty value.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number, kept as written.</summary>
    Number,

    /// <summary>Text.</summary>
    String,

    /// <summary>A list.</summary>
    Sequence,

    /// <summary>Keys with values, in the order of the file.</summary>
    Mapping,
}
