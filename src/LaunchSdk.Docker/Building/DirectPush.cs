using LaunchSdk.Docker.Images;

namespace LaunchSdk.Docker.Building;

/// <summary>
/// The push of an image of several platforms where the engine keeps one platform only: buildx pushes what it has built, from a builder of
/// its own. Everything else is pushed by the engine, which has the program's credentials too.
/// </summary>
internal sealed class DirectPush(JobImageRequest request, ImageStore images)
{
    /// <summary>Whether the builder has to push.</summary>
    /// <exception cref="ImageBuildException">It would have to, and nothing is to be pushed, or further names are asked for.</exception>
    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken)
    {
        if (request.Platforms.Count < 2 || await images.KeepsIndexesAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        return request is { Push: true, Tags.Count: 0 }
            ? true
            : throw new ImageBuildException(
                request.Source.Text,
                "the image is of several platforms, and this engine's image store keeps one of them only",
                request.Push
                    ? "Leave the further names out: what the builder pushes is not on the engine"
                    : "Push the image, build for one platform, or switch the engine's containerd image store on (Docker 29 has it on)"
            );
    }

    /// <summary>What was pushed, where the registry has it under the image's name.</summary>
    /// <exception cref="ImageBuildException">The registry has something else.</exception>
    public async Task<FoundImage> CheckAsync(ImageCandidate candidate, string? digest, CancellationToken cancellationToken)
    {
        var found = await images.FindInRegistryAsync(candidate.Name.Text, cancellationToken).ConfigureAwait(false);
        return digest is not null && found == digest
            ? new FoundImage(candidate.Name, null, digest, WasBuilt: true)
            : throw new ImageBuildException(
                request.Source.Text,
                $"buildx ended well and pushed {digest ?? "no digest"}, and the registry has {found ?? "nothing"} as {candidate.Name.Text}",
                "Look whether somebody else pushes to that name, and build once more"
            );
    }
}
