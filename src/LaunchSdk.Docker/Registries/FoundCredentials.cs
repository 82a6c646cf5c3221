namespace LaunchSdk.Docker.Registries;

/// <summary>Credentials and where they came from.</summary>
/// <param name="Value">The credentials; null for none.</param>
/// <param name="Origin">Where they came from.</param>
internal sealed record FoundCredentials(RegistryCredentials? Value, CredentialOrigin Origin);
