using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>The cgroup namespace of a container (<c>cgroupns</c>): <c>host</c>, <c>private</c>, or empty for the engine's default.</summary>
/// <remarks>Docker takes lower case only, and an empty text as unset.</remarks>
public sealed partial class CgroupnsMode : DockerValue
{
    private static readonly string[] Words = ["host", "private"];

    private CgroupnsMode(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>The engine's own cgroup namespace.</summary>
    public static CgroupnsMode Host { get; } = new("host");

    /// <summary>A namespace of the container's own.</summary>
    public static CgroupnsMode Private { get; } = new("private");

    /// <summary>Whether the text is empty, as if the option were absent.</summary>
    public bool IsUnset => Known(Text.Length == 0);

    /// <summary>Reads the mode as docker's client does.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CgroupnsMode? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var isKnown = text.Length == 0 || Array.IndexOf(Words, text) >= 0;
        value = isKnown ? new CgroupnsMode(text) : null;
        error = isKnown ? null : Refusal.OneOf(text, "a cgroup namespace mode", Words);
        return isKnown;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <exception cref="FormatException">The text is neither a cgroup namespace mode nor a template.</exception>
    public static CgroupnsMode Parse(string text) =>
        ValueParser.Parse<CgroupnsMode>(text, TryParse, static t => new CgroupnsMode(t, isTemplate: true));

    /// <summary>As <see cref="Parse"/>.</summary>
    public static implicit operator CgroupnsMode(string text) => Parse(text);
}
