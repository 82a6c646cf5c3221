namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>A predicate over an option's value.</summary>
/// <param name="Kind">Member of <c>LaunchSdk.Options.ConflictConditionKind</c>.</param>
/// <param name="Words">The words that it needs.</param>
internal sealed record ConditionModel(string Kind, EquatableArray<string> Words)
{
    /// <summary>The predicate that holds without a word in the schema.</summary>
    public const string Given = nameof(Given);
}
