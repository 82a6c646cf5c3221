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

    public string? Default { get; init; }

    public string? Example { get; init; }
}
