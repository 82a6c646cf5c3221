namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>A key of a mapping.</summary>
internal sealed record PropertyModel
{
    /// <summary>The key as it stands in a file.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the C# property.</summary>
    public required string Member { get; init; }

    public required string Description { get; init; }

    public required NodeModel Node { get; init; }

    public bool IsRequired { get; init; }

    public string? ReplacedBy { get; init; }

    /// <summary>The C# property, or path of properties, that takes the place of a deprecated one.</summary>
    public string? ReplacedByMember { get; init; }

    /// <summary>The property that the SDK's own code uses: a deprecated one stands before another that raises no warning.</summary>
    public string StoredMember => ReplacedBy is null ? Member : "Stored" + Member;

    public string? Default { get; init; }

    public string? Example { get; init; }
}
