namespace LaunchSdk.Options;

/// <summary>How often an option may be given, and whether it takes a value.</summary>
public enum OptionArity
{
    /// <summary>No value: <c>true</c> is the bare flag, <c>false</c> is <c>--name=false</c>.</summary>
    Flag,

    /// <summary>One value; a list is an error.</summary>
    Single,

    /// <summary>One value or a list; a list is the option repeated.</summary>
    Repeatable,
}
