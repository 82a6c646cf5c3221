namespace LaunchSdk.Validation.Schema;

/// <summary>A mapping with known keys only.</summary>
/// <param name="title">What the mapping is, for messages: <c>launch-config.yaml</c>, <c>builder</c>.</param>
/// <param name="name">Name of the C# record that holds such a mapping.</param>
/// <param name="properties">The keys it knows.</param>
internal sealed class ObjectSchema(string title, string name, IReadOnlyList<PropertySchema> properties) : SchemaNode
{
    /// <summary>What the mapping is, for messages.</summary>
    public string Title { get; } = title;

    /// <summary>Name of the C# record that holds such a mapping, in the namespace LaunchSdk.</summary>
    public string Name { get; } = name;

    /// <summary>The keys it knows.</summary>
    public IReadOnlyList<PropertySchema> Properties { get; } = properties;

    /// <summary>Groups of keys of which exactly one must be there.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ExactlyOneOf { get; init; } = [];

    /// <summary>Groups of keys of which at most one may be there.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AtMostOneOf { get; init; } = [];
}
