using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Building;

/// <summary>
/// An image that could be built of a source: the generated Dockerfile differs between the builders, and so does the image's tag.
/// </summary>
/// <param name="Flavor">The builder that the Dockerfile is for.</param>
/// <param name="Dockerfile">The Dockerfile.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Name">The whole name with the tag.</param>
internal sealed record ImageCandidate(BuilderFlavor Flavor, Dockerfile Dockerfile, ImageTag Tag, ImageReference Name);
