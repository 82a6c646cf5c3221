namespace LaunchSdk.Validation.Schema;

/// <summary>A key of an <see cref="ObjectSchema"/>.</summary>
/// <param name="name">The key as it stands in a file.</param>
/// <param name="member">Name of the C# property.</param>
/// <param name="schema">What its value must be. A delegate, so that tables may refer to each other in any order.</param>
internal sealed class PropertySchema(string name, string member, Func<SchemaNode> schema)
{
    /// <summary>The key as it stands in a file.</summary>
    public string Name { get; } = name;

    /// <summary>Name of the C# property.</summary>
    public string Member { get; } = member;

    /// <summary>What its value must be.</summary>
    public SchemaNode Schema => schema();

    /// <summary>What the key is for, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>True when the key must be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The key to use instead; null unless this one is deprecated.</summary>
    public string? ReplacedBy { get; init; }
}
