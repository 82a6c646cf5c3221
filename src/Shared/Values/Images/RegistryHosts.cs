namespace LaunchSdk.Values;

/// <summary>Tells a registry service by its host name.</summary>
internal static class RegistryHosts
{
    /// <summary>The service, by the host names that each provider documents.</summary>
    public static RegistryService ServiceOf(string host)
    {
        if (host.EndsWith("-docker.pkg.dev", StringComparison.Ordinal))
        {
            return RegistryService.GoogleArtifactRegistry;
        }

        if (host.EndsWith(".azurecr.io", StringComparison.Ordinal) && host.IndexOf('.') == host.Length - ".azurecr.io".Length)
        {
            return RegistryService.AzureAcr;
        }

        return IsEcr(host) ? RegistryService.AmazonEcr : RegistryService.Other;
    }

    // <12 digits>.dkr.ecr.<region>.amazonaws.com, and .com.cn for the regions of China.
    private static bool IsEcr(string host)
    {
        var parts = host.Split('.');
        return parts.Length is 6 or 7
            && parts[0].Length == 12
            && parts[0].All(c => c is >= '0' and <= '9')
            && parts[1] == "dkr"
            && parts[2] == "ecr"
            && parts[4] == "amazonaws"
            && parts[5] == "com"
            && (parts.Length == 6 || parts[6] == "cn");
    }
}
