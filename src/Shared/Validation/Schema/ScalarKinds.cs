namespace LaunchSdk.Validation.Schema;

/// <summary>The JSON types that a scalar may have.</summary>
[Flags]
internal enum ScalarKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Text.</summary>
    String = 1,

    /// <summary>A whole number.</summary>
    Integer = 2,

    /// <summary>Any number.</summary>
    Number = 4,

    /// <summary>True or false.</summary>
    Boolean = 8,

    /// <summary>Null, which means "not set".</summary>
    Null = 16,
}
