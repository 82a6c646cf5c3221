using System.Net;
using LaunchSdk.Docker.Errors;

namespace LaunchSdk.Docker.Registries;

/// <summary>Does something with a registry's credentials, and once more with new ones where a helper's had expired.</summary>
internal static class RegistryAccess
{
    /// <summary>
    /// Runs an attempt; where the registry denies what a helper gave, the helper is asked again and the attempt made once more.
    /// </summary>
    public static async Task<T> TryAsync<T>(
        CredentialStore store,
        string image,
        Func<FoundCredentials, Task<T>> attempt,
        CancellationToken cancellationToken
    )
    {
        var found = await store.FindAsync(image, cancellationToken).ConfigureAwait(false);
        try
        {
            return await attempt(found).ConfigureAwait(false);
        }
        catch (DockerEngineException denied) when (found.Origin == CredentialOrigin.Helper && IsDenied(denied))
        {
            return await attempt(await store.FindAsync(image, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a registry wants other credentials.</summary>
    public static bool IsDenied(DockerEngineException failure) =>
        failure.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || IsDenied(failure.EngineMessage);

    /// <summary>Whether a registry's words say that it wants other credentials.</summary>
    public static bool IsDenied(string message) =>
        ErrorCatalog.Find(message)?.Kind == EngineErrorKind.ImageDenied
        || message.StartsWith("denied", StringComparison.OrdinalIgnoreCase)
        || message.Contains("expired", StringComparison.OrdinalIgnoreCase)
        || message.Contains("forbidden", StringComparison.OrdinalIgnoreCase);
}
