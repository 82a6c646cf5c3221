namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>JSON types of a scalar; member names are those of <c>ScalarKinds</c>.</summary>
[Flags]
internal enum ScalarTypes
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

    /// <summary>Null.</summary>
    Null = 16,
}
