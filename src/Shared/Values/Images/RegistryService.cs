namespace LaunchSdk.Values;

/// <summary>The registry services whose destinations have rules of their own.</summary>
public enum RegistryService
{
    /// <summary>Any other registry.</summary>
    Other,

    /// <summary>Amazon Elastic Container Registry.</summary>
    AmazonEcr,

    /// <summary>Azure Container Registry.</summary>
    AzureAcr,

    /// <summary>Google Artifact Registry.</summary>
    GoogleArtifactRegistry,
}
