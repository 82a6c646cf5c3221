namespace LaunchSdk.Validation.Schema;

/// <summary>A mapping whose keys are docker options (the option table) and the <c>builder</c> block.</summary>
internal sealed class OptionSetSchema : SchemaNode
{
    /// <summary>The only instance.</summary>
    public static OptionSetSchema Instance { get; } = new();
}
