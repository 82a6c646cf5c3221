namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>A closed set of texts as a C# enum.</summary>
/// <param name="Name">Name of the enum.</param>
/// <param name="Owner">Class of the mapping that has a key of the set.</param>
/// <param name="Description">What the set is.</param>
/// <param name="Values">The texts and what they mean, in the order of the schema.</param>
internal sealed record EnumModel(string Name, string Owner, string Description, EquatableArray<ValueModel> Values);
