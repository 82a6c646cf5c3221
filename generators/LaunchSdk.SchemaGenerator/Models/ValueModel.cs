namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>A value worth offering, and what it does.</summary>
internal sealed record ValueModel(string Value, string Description);
