namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>A file to add to the compilation.</summary>
/// <param name="HintName">Its name, unique in the project.</param>
/// <param name="Text">Its source.</param>
internal sealed record GeneratedFile(string HintName, string Text);
