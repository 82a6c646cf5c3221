namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>A schema file as text.</summary>
internal sealed record SchemaSource(string Path, string Text);
