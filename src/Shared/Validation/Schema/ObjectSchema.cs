namespace LaunchSdk.Validation.Schema;

/// <summary>A mapping with known keys only.</summary>
/// <param name="title">What the mapping is, for messages: <c>launch-config.yaml</c>, <c>builder</c>.</param>
/// <param name="properties">The keys it knows.</param>
internal sealed class ObjectSchema(string title, IReadOnlyList<PropertySchema> properties) : SchemaNode
{
    /// <summary>What the mapping is, for messages.</summary>
    public string Title { get; } = title;

    /// <summary>The keys it knows.</summary>
    public IReadOnlyList<PropertySchema> Properties { get; } = properties;

    /// <summary>Groups of keys of which exactly one must be there.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ExactlyOneOf { get; init; } = [];

    /// <summary>Groups of keys of which at most one may be there.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AtMostOneOf { get; init; } = [];
}
