namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>Arity of an option; member names are those of <c>OptionArity</c>.</summary>
internal enum OptionKind
{
    /// <summary>No value.</summary>
    Flag,

    /// <summary>One value.</summary>
    Single,

    /// <summary>A value or a list.</summary>
    Repeatable,
}
