namespace LaunchSdk.Validation.Schema;

/// <summary>A list of values of one schema.</summary>
/// <param name="items">Schema of each item.</param>
internal sealed class ListSchema(SchemaNode items) : SchemaNode
{
    /// <summary>Schema of each item.</summary>
    public SchemaNode Items { get; } = items;

    /// <summary>Smallest number of items.</summary>
    public int MinItems { get; init; }
}
