using LaunchSdk.Docker.Masking;
using LaunchSdk.Docker.Registries;

namespace LaunchSdk.Docker.Building;

/// <summary>What a build's messages must not show.</summary>
internal static class BuildSecrets
{
    /// <summary>The secrets of the build, the credentials shown to registries, and the build arguments whose names look secret.</summary>
    public static SecretMasker CreateMasker(BuildOrder order, IEnumerable<RegistryCredentials> credentials) =>
        SecretMasker.Create([
            .. order.Secrets.Select(static secret => secret.Text),
            .. credentials.Select(static one => one.Secret),
            .. order.Credentials.GivenSecrets,
            .. order
                .BuildArguments.Where(static argument => SecretNames.LooksSecret(argument.Key))
                .Select(static argument => argument.Value),
        ]);
}
