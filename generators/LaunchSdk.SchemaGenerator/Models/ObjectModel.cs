namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>A mapping with known keys: a schema table, and a record of the model.</summary>
/// <param name="ClassName">Name of the C# record, and of the table.</param>
/// <param name="Title">What messages call the mapping.</param>
/// <param name="Description">What the mapping is for.</param>
/// <param name="IsRoot">True for the whole document: such a record gets a fluent builder.</param>
/// <param name="Properties">The keys, in the order of the schema.</param>
/// <param name="ExactlyOneOf">Groups of keys of which exactly one must be there.</param>
/// <param name="AtMostOneOf">Groups of keys of which at most one may be there.</param>
internal sealed record ObjectModel(
    string ClassName,
    string Title,
    string Description,
    bool IsRoot,
    EquatableArray<PropertyModel> Properties,
    EquatableArray<EquatableArray<string>> ExactlyOneOf,
    EquatableArray<EquatableArray<string>> AtMostOneOf
);
