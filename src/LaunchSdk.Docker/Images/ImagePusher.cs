using System.Net;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Errors;
using LaunchSdk.Docker.Masking;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Images;

/// <summary>Pushes images through the engine.</summary>
/// <remarks>
/// Credentials: those given here, else docker's config.json as for the docker command (credHelpers, credsStore, auths), else none.
/// </remarks>
public sealed class ImagePusher
{
    private readonly DockerEngine _engine;
    private readonly CredentialStore _credentials;

    /// <summary>Pushes with given credentials, and with those of docker's config.json for other registries.</summary>
    /// <param name="engine">The engine that has the image.</param>
    /// <param name="credentials">Credentials, each for its registry; null for none.</param>
    public ImagePusher(DockerEngine engine, IReadOnlyList<RegistryCredentials>? credentials = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _credentials = new CredentialStore(credentials ?? [], engine.Transport.Environment);
    }

    internal ImagePusher(DockerEngine engine, CredentialStore credentials)
    {
        _engine = engine;
        _credentials = credentials;
    }

    /// <summary>
    /// Pushes one tag of an image, which the engine must have, and waits until the registry has it. Where a credential helper's token has
    /// expired, the helper is asked once more.
    /// </summary>
    /// <param name="image">The image with its registry: <c>registry.example.com:5000/team/job:1a2b3c</c>. Without a tag it is
    /// <c>latest</c>.</param>
    /// <param name="progress">Gets each message of the engine, on the thread that reads it; null for none.</param>
    /// <param name="cancellationToken">Breaks the push off.</param>
    /// <returns>The manifest's digest in the registry, <c>sha256:...</c>.</returns>
    /// <exception cref="ImagePushException">It could not be pushed, also when the engine said so in the middle of a stream that began well.
    /// The text holds no password.</exception>
    public Task<string> PushAsync(
        string image,
        IProgress<ImagePushProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(image);
        var (name, tag) = ImagePuller.Split(image);
        return name.Contains('@', StringComparison.Ordinal) || tag.Contains(':', StringComparison.Ordinal)
            ? throw new ImagePushException(
                image,
                "it is named by its digest, and a push needs a tag",
                "Write the image as HOST/REPOSITORY:TAG"
            )
            : RegistryAccess.TryAsync(
                _credentials,
                image,
                found => PushAsync(image, name, tag, found, progress, cancellationToken),
                cancellationToken
            );
    }

    private async Task<string> PushAsync(
        string image,
        string name,
        string tag,
        FoundCredentials credentials,
        IProgress<ImagePushProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _engine.Path($"/images/{name}/push?tag={Uri.EscapeDataString(tag)}"));
        request.Headers.TryAddWithoutValidation(RegistryAuth.Header, RegistryAuth.Encode(credentials.Value));
        string? failure = null;
        var digest = new PushedDigest(tag);
        await EngineStream
            .SendAsync(
                _engine,
                request,
                message =>
                {
                    failure ??= message.Failure;
                    digest.Add(message);
                    if (message.Status is { Length: > 0 } status)
                    {
                        progress?.Report(
                            new ImagePushProgress(
                                status,
                                message.Id,
                                Known(message.ProgressDetail?.Current),
                                Known(message.ProgressDetail?.Total)
                            )
                        );
                    }
                },
                (reason, status, inner) => Failed(image, credentials, reason, status, inner),
                cancellationToken
            )
            .ConfigureAwait(false);
        return failure is not null
            ? throw Failed(image, credentials, failure, null, null)
            : digest.Stated
                ?? await FindDigestAsync(image, cancellationToken).ConfigureAwait(false)
                ?? throw Failed(image, credentials, "the engine ended the push without the image's digest", null, null);
    }

    // What the registry has under the tag is what was pushed where the engine names the same digest for this image;
    // else somebody else may have pushed meanwhile.
    private async Task<string?> FindDigestAsync(string image, CancellationToken cancellationToken)
    {
        var store = new ImageStore(_engine, _credentials);
        var digests = (await store.FindAsync(image, cancellationToken).ConfigureAwait(false))?.Digests ?? [];
        var digest = await store.FindInRegistryAsync(image, cancellationToken).ConfigureAwait(false);
        return digest is not null && digests.Contains(digest) ? digest : null;
    }

    private static long? Known(long? count) => count is > 0 ? count : null;

    private ImagePushException Failed(string image, FoundCredentials credentials, string reason, HttpStatusCode? status, Exception? inner)
    {
        var text = SecretMasker.Create(credentials.Value is { } shown ? [shown.Secret] : []).Mask(reason);
        var known = status == HttpStatusCode.NotFound ? ErrorCatalog.NotOnEngine : ErrorCatalog.FindForImage(status, text);
        var kind = known?.Kind ?? (inner as DockerEngineException)?.Kind ?? EngineErrorKind.Other;
        var isDenied = kind == EngineErrorKind.ImageDenied || RegistryAccess.IsDenied(text);
        var advice =
            known == ErrorCatalog.NotOnEngine ? known.Advice
            : kind == EngineErrorKind.ImageNotFound
                ? RegistryGuide.AdviseRepository(image) ?? "Look whether the registry has the repository"
            : isDenied ? RegistryGuide.Advise(image, credentials.Origin, _credentials.Environment)
            : kind == EngineErrorKind.RegistryUnreachable
                ? $"Look whether {ImageReference.Parse(image).Registry} runs, and check the engine's way to it: DNS, proxy, firewall, and `insecure-registries` of the engine for one without TLS"
            : null;
        // The inner exception is that of the connection, which has seen no body.
        return new ImagePushException(image, text, advice, inner) { Status = status, Kind = isDenied ? EngineErrorKind.ImageDenied : kind };
    }
}
