namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>What one schema file says, as far as code is made of it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Options">Rows of the option table; only the docker queue's schema has some.</param>
/// <param name="Objects">Mappings with known keys.</param>
/// <param name="Enums">Closed sets of texts.</param>
/// <param name="Problems">What keeps code from being made.</param>
internal sealed record SchemaModel(
    string Path,
    EquatableArray<OptionModel> Options,
    EquatableArray<ObjectModel> Objects,
    EquatableArray<EnumModel> Enums,
    EquatableArray<SchemaProblem> Problems
);
