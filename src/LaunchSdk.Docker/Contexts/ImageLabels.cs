using System.Reflection;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Contexts;

/// <summary>
/// The labels of a built image: where it comes from, in the names of the OCI annotations, and what LaunchSdk knows it by.
/// </summary>
public static class ImageLabels
{
    /// <summary>OCI: the address of the source; for a directory it is left out, because a path says nothing elsewhere.</summary>
    public const string Source = "org.opencontainers.image.source";

    /// <summary>OCI: the commit.</summary>
    public const string Revision = "org.opencontainers.image.revision";

    /// <summary>OCI: the image of the last stage.</summary>
    public const string BaseName = "org.opencontainers.image.base.name";

    /// <summary>The whole digest of which the tag is the beginning.</summary>
    public const string Digest = "dev.launchsdk.image.digest";

    /// <summary>The version of LaunchSdk that built it.</summary>
    public const string ToolVersion = "dev.launchsdk.version";

    /// <summary>The labels of an image. They have no part in its tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="source">The source.</param>
    /// <param name="revision">The commit; null where there is none.</param>
    /// <param name="baseImage">The image of the last stage; null to leave it out.</param>
    /// <returns>The labels by their names.</returns>
    public static IReadOnlyDictionary<string, string> Create(
        ImageTag tag,
        BuildSource source,
        string? revision = null,
        string? baseImage = null
    )
    {
        ArgumentNullException.ThrowIfNull(tag);
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Digest] = tag.Digest, [ToolVersion] = Version };
        if (source is GitSource git)
        {
            labels[Source] = git.Repository;
        }

        if (revision is not null)
        {
            labels[Revision] = revision;
        }

        if (baseImage is not null)
        {
            labels[BaseName] = baseImage;
        }

        return labels;
    }

    private static string Version { get; } =
        typeof(ImageLabels).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0.0.0";
}
