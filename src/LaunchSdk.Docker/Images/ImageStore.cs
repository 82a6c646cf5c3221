using System.Net;
using System.Text.Json.Serialization;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Images;

/// <summary>The engine's images, and what it can tell of a registry's.</summary>
internal sealed class ImageStore(DockerEngine engine, CredentialStore credentials)
{
    /// <summary>What the engine knows of an image; null when it has none of that name or id.</summary>
    public async Task<ImageFacts?> FindAsync(string image, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, engine.Path($"/images/{image}/json"));
        using var response = await engine.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        var answer = await Answers
            .ReadAsync(response, $"looking at the image '{image}'", ImageJson.Default.ImageAnswer, cancellationToken)
            .ConfigureAwait(false);
        return new ImageFacts(answer.Id, answer.Config?.Labels ?? new Dictionary<string, string>(), Digests(answer));
    }

    /// <summary>
    /// The engine's own platform, for which it builds where no other is asked for, such as <c>linux/amd64</c>; null where it does not tell.
    /// </summary>
    public async Task<ContainerPlatform?> GetPlatformAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, engine.Path("/version"));
        using var response = await engine.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = await Answers
            .ReadAsync(response, "asking for the engine's platform", ImageJson.Default.VersionAnswer, cancellationToken)
            .ConfigureAwait(false);
        return ContainerPlatform.TryParse($"{answer.Os}/{answer.Arch}", out var platform, out _) ? platform : null;
    }

    /// <summary>Whether the engine keeps images of several platforms as one: its image store is containerd's.</summary>
    public async Task<bool> KeepsIndexesAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, engine.Path("/info"));
        using var response = await engine.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = await Answers
            .ReadAsync(response, "asking for the engine's image store", ImageJson.Default.StoreAnswer, cancellationToken)
            .ConfigureAwait(false);
        return (answer.DriverStatus ?? []).Any(static row => row is ["driver-type", "io.containerd.snapshotter.v1"]);
    }

    /// <summary>Gives an image one more name.</summary>
    public async Task TagAsync(string image, string name, CancellationToken cancellationToken)
    {
        var (repository, tag) = ImagePuller.Split(name);
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            engine.Path($"/images/{image}/tag?repo={Uri.EscapeDataString(repository)}&tag={Uri.EscapeDataString(tag)}")
        );
        using var response = await engine.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await Answers.CheckAsync(response, $"tagging the image as '{name}'", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The digest of an image in its registry, asked through the engine's distribution endpoint; null when the registry has none of that
    /// name, or does not tell
    /// this account. A registry that cannot be asked is no error here: the push that follows tells what is wrong with it.
    /// </summary>
    public async Task<string?> FindInRegistryAsync(string image, CancellationToken cancellationToken)
    {
        try
        {
            return await RegistryAccess
                .TryAsync(credentials, image, found => AskRegistryAsync(image, found, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (DockerEngineException e) when (e is not DockerEngineUnavailableException && e.Status is not null)
        {
            return null;
        }
    }

    // Each is REPOSITORY@DIGEST.
    private static string[] Digests(ImageAnswer answer) =>
        [.. (answer.RepoDigests ?? []).Select(static name => name[(name.IndexOf('@', StringComparison.Ordinal) + 1)..]).Distinct()];

    private async Task<string?> AskRegistryAsync(string image, FoundCredentials found, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, engine.Path($"/distribution/{image}/json"));
        request.Headers.TryAddWithoutValidation(RegistryAuth.Header, RegistryAuth.Encode(found.Value));
        using var response = await engine.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return (
            await Answers
                .ReadAsync(response, $"asking the registry for '{image}'", ImageJson.Default.DistributionAnswer, cancellationToken)
                .ConfigureAwait(false)
        )
            .Descriptor
            ?.Digest;
    }

    private EngineAnswers Answers => engine.Transport.Answers;
}

/// <summary>The answers about images.</summary>
[JsonSerializable(typeof(ImageAnswer))]
[JsonSerializable(typeof(DistributionAnswer))]
[JsonSerializable(typeof(VersionAnswer))]
[JsonSerializable(typeof(StoreAnswer))]
internal sealed partial class ImageJson : JsonSerializerContext;

/// <summary>The answer to <c>GET /images/{name}/json</c>, as far as it is read.</summary>
internal sealed record ImageAnswer(string Id, ImageConfigAnswer? Config, IReadOnlyList<string>? RepoDigests) : IEngineAnswer
{
    [JsonIgnore]
    public bool IsWhole =>
        EngineId.IsDigest(Id)
        && (Config?.Labels?.Values ?? []).All(static label => label is not null)
        && (RepoDigests ?? []).All(static digest => digest is not null);
}

/// <summary>The answer to <c>GET /version</c>, as far as it is read.</summary>
internal sealed record VersionAnswer(string? Os, string? Arch) : IEngineAnswer
{
    [JsonIgnore]
    public bool IsWhole => Os is { Length: > 0 } && Arch is { Length: > 0 };
}

/// <summary>The answer to <c>GET /info</c>, as far as it is read for the image store: pairs of a name and a value.</summary>
internal sealed record StoreAnswer(IReadOnlyList<IReadOnlyList<string?>?>? DriverStatus) : IEngineAnswer
{
    [JsonIgnore]
    public bool IsWhole => true;
}

/// <summary>An image's configuration, as far as it is read.</summary>
internal sealed record ImageConfigAnswer(IReadOnlyDictionary<string, string>? Labels);

/// <summary>The answer to <c>GET /distribution/{name}/json</c>, as far as it is read.</summary>
internal sealed record DistributionAnswer(DescriptorAnswer? Descriptor) : IEngineAnswer
{
    [JsonIgnore]
    public bool IsWhole => EngineId.IsDigest(Descriptor?.Digest);
}

/// <summary>A manifest's descriptor, as far as it is read.</summary>
internal sealed record DescriptorAnswer([property: JsonPropertyName("digest")] string? Digest);
