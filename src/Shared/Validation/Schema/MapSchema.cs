namespace LaunchSdk.Validation.Schema;

/// <summary>A mapping with free keys.</summary>
/// <param name="values">Schema of each value.</param>
internal sealed class MapSchema(SchemaNode values) : SchemaNode
{
    /// <summary>Schema of each value.</summary>
    public SchemaNode Values { get; } = values;
}
