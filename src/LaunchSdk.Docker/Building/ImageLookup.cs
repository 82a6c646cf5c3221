using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Images;

namespace LaunchSdk.Docker.Building;

/// <summary>Looks for an image that is there already: on the engine, then in the registry of the destination.</summary>
internal sealed class ImageLookup(JobImageRequest request, ImageStore images, Action<ImageBuildPhase, string> report)
{
    /// <summary>The first image that is there; null where none is.</summary>
    public async Task<FoundImage?> FindAsync(IReadOnlyList<ImageCandidate> candidates, CancellationToken cancellationToken)
    {
        // A Dockerfile of the source gives both builders the same name.
        candidates = [.. candidates.DistinctBy(static candidate => candidate.Name.Text)];
        foreach (var candidate in candidates)
        {
            // The tag is half of the digest; the label is all of it, and somebody else's image of that name has none.
            if (
                await images.FindAsync(candidate.Name.Text, cancellationToken).ConfigureAwait(false) is { } facts
                && facts.Labels.TryGetValue(ImageLabels.Digest, out var digest)
                && digest == candidate.Tag.Digest
            )
            {
                report(ImageBuildPhase.Look, $"The engine has {candidate.Name.Text}");
                return new FoundImage(
                    candidate.Name,
                    facts.Id,
                    request.Push ? await AskRegistryAsync(candidate, cancellationToken).ConfigureAwait(false) : null,
                    WasBuilt: false
                );
            }
        }

        // A further name can be given only to what the engine has.
        if (request.Destination is null || request.Tags.Count > 0)
        {
            return null;
        }

        foreach (var candidate in candidates)
        {
            if (await AskRegistryAsync(candidate, cancellationToken).ConfigureAwait(false) is { } digest)
            {
                return new FoundImage(candidate.Name, null, digest, WasBuilt: false);
            }
        }

        return null;
    }

    private async Task<string?> AskRegistryAsync(ImageCandidate candidate, CancellationToken cancellationToken)
    {
        var digest = await images.FindInRegistryAsync(candidate.Name.Text, cancellationToken).ConfigureAwait(false);
        if (digest is not null)
        {
            report(ImageBuildPhase.Look, $"{candidate.Name.Registry} has {candidate.Name.Text}");
        }

        return digest;
    }
}
