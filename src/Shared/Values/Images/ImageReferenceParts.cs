namespace LaunchSdk.Values;

/// <summary>The parts of an image reference, made canonical.</summary>
/// <param name="Registry">Host and port; empty for an id, or where docker reads the host as part of the repository.</param>
/// <param name="Repository">Path within the registry; empty for an id.</param>
/// <param name="Tag">Tag, if written.</param>
/// <param name="Digest">Digest, if written.</param>
internal sealed record ImageReferenceParts(string Registry, string Repository, string? Tag, string? Digest)
{
    /// <summary>Docker Hub's registry.</summary>
    public const string HubRegistry = "docker.io";

    /// <summary>Where Docker Hub keeps what has a single name.</summary>
    public const string OfficialPrefix = "library/";

    /// <summary>Nothing.</summary>
    public static ImageReferenceParts None { get; } = new(string.Empty, string.Empty, null, null);

    /// <summary>Registry and repository.</summary>
    public string FullName => Registry.Length == 0 ? Repository : string.Concat(Registry, "/", Repository);

    /// <summary>The name without what Docker Hub adds.</summary>
    public string FamiliarName
    {
        get
        {
            if (Registry != HubRegistry)
            {
                return FullName;
            }

            return Repository.StartsWith(OfficialPrefix, StringComparison.Ordinal) && Repository.IndexOf('/', OfficialPrefix.Length) < 0
                ? Repository.Substring(OfficialPrefix.Length)
                : Repository;
        }
    }
}
