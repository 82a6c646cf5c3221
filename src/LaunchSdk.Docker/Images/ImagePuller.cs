using System.Net;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Errors;
using LaunchSdk.Docker.Registries;

namespace LaunchSdk.Docker.Images;

/// <summary>Pulls images through the engine.</summary>
public sealed class ImagePuller
{
    private readonly DockerEngine _engine;
    private readonly CredentialStore _credentials;

    /// <summary>Pulls with the credentials of docker's config.json.</summary>
    /// <param name="engine">The engine that pulls and keeps the image.</param>
    public ImagePuller(DockerEngine engine)
        : this(engine, []) { }

    /// <summary>Pulls with given credentials, and with those of docker's config.json for other registries.</summary>
    /// <param name="engine">The engine that pulls and keeps the image.</param>
    /// <param name="credentials">Credentials, each for its registry.</param>
    public ImagePuller(DockerEngine engine, IReadOnlyList<RegistryCredentials> credentials)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _credentials = new CredentialStore(credentials, engine.Transport.Environment);
    }

    internal ImagePuller(DockerEngine engine, CredentialStore credentials)
    {
        _engine = engine;
        _credentials = credentials;
    }

    /// <summary>Pulls one image and waits until the engine has it.</summary>
    /// <param name="image">The image as docker takes it: <c>busybox</c>, <c>ghcr.io/org/name:tag</c>, <c>name@sha256:...</c>. Without tag
    /// and digest it is <c>latest</c>.</param>
    /// <param name="platform">The platform, such as <c>linux/arm64</c>; null for the engine's own.</param>
    /// <param name="progress">Gets each message of the engine, on the thread that reads it; null for none.</param>
    /// <param name="cancellationToken">Breaks the pull off.</param>
    /// <remarks>Credentials come from docker's config.json as for the docker command: credHelpers, credsStore, auths.</remarks>
    /// <exception cref="ImagePullException">The engine could not pull it, also when it said so in the middle of a stream that began
    /// well.</exception>
    public async Task PullAsync(
        string image,
        string? platform = null,
        IProgress<ImagePullProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(image);
        await RegistryAccess
            .TryAsync(
                _credentials,
                image,
                async found =>
                {
                    await PullAsync(image, platform, found.Value, progress, cancellationToken).ConfigureAwait(false);
                    return true;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private async Task PullAsync(
        string image,
        string? platform,
        RegistryCredentials? credentials,
        IProgress<ImagePullProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var (name, tag) = Split(image);
        var query =
            $"fromImage={Uri.EscapeDataString(name)}&tag={Uri.EscapeDataString(tag)}{(platform is { Length: > 0 } ? $"&platform={Uri.EscapeDataString(platform)}" : "")}";
        using var request = new HttpRequestMessage(HttpMethod.Post, _engine.Path($"/images/create?{query}"));
        request.Headers.TryAddWithoutValidation(RegistryAuth.Header, RegistryAuth.Encode(credentials));
        string? failure = null;
        await EngineStream
            .SendAsync(
                _engine,
                request,
                message =>
                {
                    failure ??= message.Failure;
                    if (message.Status is { Length: > 0 } status)
                    {
                        progress?.Report(
                            new ImagePullProgress(
                                status,
                                message.Id,
                                Known(message.ProgressDetail?.Current),
                                Known(message.ProgressDetail?.Total)
                            )
                        );
                    }
                },
                (reason, status, inner) => Failed(image, reason, status, inner),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (failure is not null)
        {
            throw Failed(image, failure, null, null);
        }
    }

    /// <summary>
    /// Name and tag as <c>/images/create</c> takes them; a digest wins over a tag. Without either the engine would pull every tag.
    /// </summary>
    internal static (string Name, string Tag) Split(string image)
    {
        var at = image.IndexOf('@', StringComparison.Ordinal);
        var named = at >= 0 ? image[..at] : image;
        var colon = named.LastIndexOf(':');
        // A colon before the last slash is the registry's port.
        var (name, tag) = colon > named.LastIndexOf('/') ? (named[..colon], named[(colon + 1)..]) : (named, "latest");
        return (name, at >= 0 ? image[(at + 1)..] : tag);
    }

    private static ImagePullException Failed(string image, string message, HttpStatusCode? status, Exception? inner)
    {
        var fault = inner as DockerEngineException;
        var known = ErrorCatalog.FindForImage(status, message);
        return new ImagePullException(image, message, known?.Advice ?? fault?.Advice, inner)
        {
            Status = status,
            Kind = known?.Kind ?? fault?.Kind ?? EngineErrorKind.Other,
        };
    }

    private static long? Known(long? count) => count is > 0 ? count : null;
}
