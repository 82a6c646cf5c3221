using Docker.DotNet;
using Docker.DotNet.Models;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Registries;

namespace LaunchSdk.Docker.Images;

/// <summary>Pulls images through the engine.</summary>
/// <param name="engine">The engine that pulls and keeps the image.</param>
public sealed class ImagePuller(DockerEngine engine)
{
    /// <summary>Pulls one image and waits until the engine has it.</summary>
    /// <param name="image">The image as docker takes it: <c>busybox</c>, <c>ghcr.io/org/name:tag</c>, <c>name@sha256:...</c>. Without tag and digest it is <c>latest</c>.</param>
    /// <param name="platform">The platform, such as <c>linux/arm64</c>; null for the engine's own.</param>
    /// <param name="progress">Gets each message of the engine, on the thread that reads it; null for none.</param>
    /// <param name="cancellationToken">Breaks the pull off.</param>
    /// <remarks>Credentials come from docker's config.json as for the docker command: credHelpers, credsStore, auths.</remarks>
    /// <exception cref="ImagePullException">The engine could not pull it, also when it said so in the middle of a stream that began well.</exception>
    public async Task PullAsync(string image, string? platform = null, IProgress<ImagePullProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(image);
        var (name, tag) = Split(image);
        var messages = new MessageReader(progress);
        try
        {
            var parameters = new ImagesCreateParameters { FromImage = name, Tag = tag, Platform = platform };
            var auth = await FindCredentialsAsync(image, cancellationToken).ConfigureAwait(false);
            await engine.Client.Images.CreateImageAsync(parameters, auth, messages, cancellationToken).ConfigureAwait(false);
        }
        catch (DockerApiException e)
        {
            throw Failed(image, EngineMessage.Of(e), e);
        }
        catch (HttpRequestException e)
        {
            throw EnginePing.Explain(engine.Transport.Endpoint, e);
        }
        catch (Exception e) when (e is IOException or System.Text.Json.JsonException)
        {
            throw Failed(image, "the connection to the engine broke during the pull", e);
        }

        if (messages.Error is { } error)
        {
            throw Failed(image, error, null);
        }
    }

    /// <summary>Name and tag as <c>/images/create</c> takes them; a digest wins over a tag. Without either the engine would pull every tag.</summary>
    internal static (string Name, string Tag) Split(string image)
    {
        var at = image.IndexOf('@', StringComparison.Ordinal);
        var named = at >= 0 ? image[..at] : image;
        var colon = named.LastIndexOf(':');
        // A colon before the last slash is the registry's port.
        var (name, tag) = colon > named.LastIndexOf('/') ? (named[..colon], named[(colon + 1)..]) : (named, "latest");
        return (name, at >= 0 ? image[(at + 1)..] : tag);
    }

    private static ImagePullException Failed(string image, string message, Exception? inner) => new(image, message, null, inner);

    private async Task<AuthConfig?> FindCredentialsAsync(string image, CancellationToken cancellationToken) =>
        await CredentialStore.FindAsync(image, engine.Transport.Environment, cancellationToken).ConfigureAwait(false) is { } found
            ? new AuthConfig { Username = found.User, Password = found.Password, IdentityToken = found.IdentityToken, ServerAddress = found.Registry }
            : null;

    // Progress<T> would post to other threads, and out of order.
    private sealed class MessageReader(IProgress<ImagePullProgress>? progress) : IProgress<JSONMessage>
    {
        public string? Error { get; private set; }

        public void Report(JSONMessage value)
        {
            Error ??= value.Error is null ? null : value.Error.Message ?? "the engine gave no reason";
            if (value.Status is { Length: > 0 } status)
            {
                progress?.Report(new ImagePullProgress(status, value.ID, Known(value.Progress?.Current), Known(value.Progress?.Total)));
            }
        }

        private static long? Known(long? count) => count is > 0 ? count : null;
    }
}
