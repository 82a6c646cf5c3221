using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>
/// The platform of an image (<c>platform</c>): <c>os[/architecture[/variant]]</c> or an architecture, such as <c>linux/arm64</c>.
/// </summary>
/// <remarks>
/// Names are lower-cased and common ones made canonical (<c>x86_64</c> is <c>amd64</c>), as containerd does. An empty text is unset.
/// </remarks>
public sealed partial class ContainerPlatform : DockerValue
{
    private readonly PlatformSyntax.Parts _parts = PlatformSyntax.Unset;

    private ContainerPlatform(string text, PlatformSyntax.Parts parts)
        : base(text) => _parts = parts;

    private ContainerPlatform(string text)
        : base(text, isTemplate: true) { }

    /// <summary><c>linux/amd64</c>.</summary>
    public static ContainerPlatform LinuxAmd64 { get; } = Parse("linux/amd64");

    /// <summary><c>linux/arm64</c>.</summary>
    public static ContainerPlatform LinuxArm64 { get; } = Parse("linux/arm64");

    /// <summary><c>windows/amd64</c>.</summary>
    public static ContainerPlatform WindowsAmd64 { get; } = Parse("windows/amd64");

    /// <summary>Whether the text is empty, as if the option were absent.</summary>
    public bool IsUnset => Known(Text.Length == 0);

    /// <summary>The operating system; null when only an architecture is given: docker takes that of the client.</summary>
    public string? OperatingSystem => Known(_parts).OperatingSystem;

    /// <summary>The version in <c>windows(10.0.17763)/amd64</c>; empty when none is given. The create request does not carry it.</summary>
    public string OperatingSystemVersion => Known(_parts).OperatingSystemVersion;

    /// <summary>The architecture; null when only an operating system is given: docker takes that of the client.</summary>
    public string? Architecture => Known(_parts).Architecture;

    /// <summary>The architecture's variant, such as <c>v8</c>; empty for none.</summary>
    public string Variant => Known(_parts).Variant;

    /// <summary>
    /// The platform as the create request names it, completed from the client's own: <c>linux/arm/v6</c>; empty when unset.
    /// </summary>
    /// <param name="clientOperatingSystem">Go's name of the client's system, such as <c>linux</c>.</param>
    /// <param name="clientArchitecture">Go's name of the client's architecture, such as <c>amd64</c>.</param>
    /// <returns>The platform, or an empty text.</returns>
    public string Resolve(string clientOperatingSystem, string clientArchitecture) =>
        IsUnset
            ? string.Empty
            : PlatformSyntax.JoinPath(OperatingSystem ?? clientOperatingSystem, Architecture ?? clientArchitecture, Variant);

    /// <summary>Reads a platform as docker's client does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The platform; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a platform.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ContainerPlatform? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var parts = PlatformSyntax.Unset;
        if (text.Length == 0 || PlatformSyntax.TryParse(text, out parts))
        {
            value = new ContainerPlatform(text, parts);
            error = null;
            return true;
        }

        value = null;
        error = Refusal.Of(
            text,
            "a platform (os/architecture[/variant], a known system or a known architecture)",
            "write for example linux/amd64",
            PlatformSyntax.Suggest(text)
        );
        return false;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The platform, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a platform nor a template.</exception>
    public static ContainerPlatform Parse(string text) =>
        ValueParser.Parse<ContainerPlatform>(text, TryParse, static t => new ContainerPlatform(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator ContainerPlatform(string text) => Parse(text);
}
