namespace LaunchSdk.Docker.Registries;

/// <summary>Where credentials came from.</summary>
internal enum CredentialOrigin
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>The program gave them.</summary>
    Given,

    /// <summary>Docker's config.json holds them.</summary>
    File,

    /// <summary>A credential helper made or kept them: asked again, it may give newer ones.</summary>
    Helper,
}
