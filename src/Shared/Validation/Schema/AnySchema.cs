namespace LaunchSdk.Validation.Schema;

/// <summary>Anything: a part that LaunchSdk passes on without looking into it.</summary>
internal sealed class AnySchema : SchemaNode
{
    /// <summary>The only instance.</summary>
    public static AnySchema Instance { get; } = new();
}
