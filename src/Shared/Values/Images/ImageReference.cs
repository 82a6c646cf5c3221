using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>An image as docker takes it: <c>[registry[:port]/]repository[:tag][@digest]</c>, or an image's id.</summary>
/// <remarks>
/// The grammar is that of distribution/reference: without a registry it is Docker Hub, where a single name belongs to <c>library/</c>.
/// An id is 64 hexadecimal digits, alone or as <c>sha256:</c> digest.
/// </remarks>
public sealed partial class ImageReference : DockerValue
{
    private readonly ImageReferenceParts _parts = ImageReferenceParts.None;

    private ImageReference(string text, ImageReferenceParts parts)
        : base(text) => _parts = parts;

    private ImageReference(string text)
        : base(text, isTemplate: true) { }

    /// <summary>Whether the text is an image's id and so has no name.</summary>
    public bool IsId => Known(_parts).Repository.Length == 0;

    /// <summary>The registry's host and port, such as <c>docker.io</c> or <c>localhost:5000</c>; empty for an id.</summary>
    public string Registry => Known(_parts).Registry;

    /// <summary>The repository within the registry, such as <c>library/busybox</c>; empty for an id.</summary>
    public string Repository => Known(_parts).Repository;

    /// <summary>The tag as written; null when there is none.</summary>
    public string? Tag => Known(_parts).Tag;

    /// <summary>The digest, such as <c>sha256:...</c>; null when there is none. An id is given as one.</summary>
    public string? Digest => Known(_parts).Digest;

    /// <summary>The whole name, such as <c>docker.io/library/busybox</c>, which an engine is asked to pull; empty for an id.</summary>
    public string FullName => Known(_parts).FullName;

    /// <summary>The name as people know it, without Docker Hub's registry and <c>library/</c>: <c>busybox</c>; empty for an id.</summary>
    public string FamiliarName => Known(_parts).FamiliarName;

    /// <summary>What identifies the image within its repository: the digest, else the tag, else <c>latest</c>.</summary>
    public string TagOrDigest => Digest ?? Tag ?? "latest";

    /// <summary>The reference as docker shows it: the familiar name with its tag and digest, <c>latest</c> where it has neither.</summary>
    public string FamiliarText =>
        IsId
            ? Digest!
            : string.Concat(
                FamiliarName,
                Tag is null && Digest is not null ? string.Empty : ":" + (Tag ?? "latest"),
                Digest is null ? string.Empty : "@" + Digest
            );

    /// <summary>Reads a reference as docker's client does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The reference; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is an image reference.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ImageReference? value, [NotNullWhen(false)] out GrammarError? error)
    {
        if (ImageReferenceSyntax.TryParse(text, out var parts))
        {
            value = new ImageReference(text, parts);
            error = null;
            return true;
        }

        value = null;
        error = Refusal.Of(
            text,
            "an image reference ([registry/]repository[:tag][@digest], the repository in lower case)",
            "write for example busybox:1.36",
            ImageReferenceSyntax.Suggest(text)
        );
        return false;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The reference, or the template.</returns>
    /// <exception cref="FormatException">The text is neither an image reference nor a template.</exception>
    public static ImageReference Parse(string text) => ValueParser.Parse<ImageReference>(text, TryParse, static t => new ImageReference(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator ImageReference(string text) => Parse(text);
}
