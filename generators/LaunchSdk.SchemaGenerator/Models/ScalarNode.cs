namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>Text, a number, or true and false.</summary>
internal sealed record ScalarNode : NodeModel
{
    public required ScalarTypes Types { get; init; }

    /// <summary>Member of the <c>Grammar</c> enum; null for any text.</summary>
    public string? Grammar { get; init; }

    public EquatableArray<string> AllowedValues { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Name of the C# enum of <see cref="AllowedValues"/>; null where they stay text.</summary>
    public string? EnumName { get; init; }

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>True when the bounds leave room for numbers that an <see cref="int"/> cannot hold.</summary>
    public bool IsLong => Minimum < int.MinValue || Maximum > int.MaxValue;
}
