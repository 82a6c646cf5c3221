namespace LaunchSdk.Options;

/// <summary>What an option has to be set to for a conflict: a predicate of a closed set, and the words that it needs.</summary>
/// <param name="Kind">The predicate.</param>
public sealed record ConflictCondition(ConflictConditionKind Kind)
{
    /// <summary>
    /// The values of <see cref="ConflictConditionKind.Among"/>, the one field of <see cref="ConflictConditionKind.WithField"/>; empty for
    /// other predicates.
    /// </summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
