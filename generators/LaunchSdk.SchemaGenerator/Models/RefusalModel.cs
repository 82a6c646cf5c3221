namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>One rule of <c>x-launch-refused</c>; the members are those of <c>LaunchSdk.Options.OptionRefusal</c>.</summary>
internal sealed record RefusalModel
{
    /// <summary>Member of <c>OptionPart</c>.</summary>
    public required string Part { get; init; }

    /// <summary>Member of <c>RefusalCondition</c>.</summary>
    public required string Condition { get; init; }

    /// <summary>Member of <c>RefusalOutcome</c>.</summary>
    public required string Outcome { get; init; }

    public EquatableArray<string> Words { get; init; } = EquatableArray<string>.Empty;

    public EquatableArray<string> Kinds { get; init; } = EquatableArray<string>.Empty;

    public string Because { get; init; } = string.Empty;

    public string Write { get; init; } = string.Empty;

    public EquatableArray<string> Seen { get; init; } = EquatableArray<string>.Empty;

    public EquatableArray<string> Examples { get; init; } = EquatableArray<string>.Empty;
}
