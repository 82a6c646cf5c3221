namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>One rule of <c>x-launch-excludes</c>; the members are those of <c>LaunchSdk.Options.OptionConflict</c>.</summary>
internal sealed record ConflictModel
{
    /// <summary>Long name of the other option.</summary>
    public required string Option { get; init; }

    /// <summary>What the other option is set to.</summary>
    public required ConditionModel When { get; init; }

    /// <summary>What this option is set to.</summary>
    public required ConditionModel Own { get; init; }

    /// <summary>Id of the diagnostic.</summary>
    public required string RuleId { get; init; }

    public string Because { get; init; } = string.Empty;

    public EquatableArray<string> Seen { get; init; } = EquatableArray<string>.Empty;

    /// <summary>A queue in JSON.</summary>
    public required string Example { get; init; }
}
