namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>A grammar that a value type of <c>src/Shared/Values</c> reads.</summary>
/// <param name="Name">Member of the enum <c>Grammar</c>; in kebab-case what <c>x-launch-grammar</c> says.</param>
/// <param name="Type">The value type, in the namespace <c>LaunchSdk.Values</c>.</param>
/// <param name="Summary">What a text of the grammar is: the documentation of the enum's member, in XML.</param>
internal sealed record GrammarRow(string Name, string Type, string Summary)
{
    /// <summary>The type's method that reads the grammar, where the type reads several.</summary>
    public string Parse { get; init; } = "TryParse";

    /// <summary>Whether every text is of the grammar.</summary>
    public bool TakesAnyText { get; init; }

    /// <summary>Whether the type has a method <c>IsPlain</c> that recognizes common texts without making a value.</summary>
    public bool HasPlainTexts { get; init; }
}
