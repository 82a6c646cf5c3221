using LaunchSdk.Values;

namespace LaunchSdk.Validation.Schema;

/// <summary>A scalar: its types, and what its text or number must be.</summary>
internal sealed class ScalarSchema : SchemaNode
{
    /// <summary>The types allowed.</summary>
    public required ScalarKinds Kinds { get; init; }

    /// <summary>The grammar of the text; null for any text.</summary>
    public Grammar? Grammar { get; init; }

    /// <summary>The closed set of values, as text; null for an open one.</summary>
    public IReadOnlyList<string>? AllowedValues { get; init; }

    /// <summary>Name of the C# enum of <see cref="AllowedValues"/>, in the namespace LaunchSdk; null where they stay text.</summary>
    public string? EnumName { get; init; }

    /// <summary>The enum's members, beside <see cref="AllowedValues"/>; null without an enum.</summary>
    public IReadOnlyList<string>? EnumMembers { get; init; }

    /// <summary>Smallest number.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest number.</summary>
    public double? Maximum { get; init; }

    /// <summary>Smallest length of the text in UTF-16 code units.</summary>
    public int? MinLength { get; init; }

    /// <summary>Largest length of the text in UTF-16 code units.</summary>
    public int? MaxLength { get; init; }
}
