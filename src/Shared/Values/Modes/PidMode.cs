using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>The PID namespace of a container (<c>pid</c>): <c>host</c>, <c>container:NAME</c>, or empty for one of its own.</summary>
/// <remarks>Docker takes lower case only.</remarks>
public sealed partial class PidMode : DockerValue
{
    private const string HostText = "host";
    private const string ContainerPrefix = "container:";

    private PidMode(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>The engine's own processes.</summary>
    public static PidMode Host { get; } = new(HostText);

    /// <summary>Whether the text is empty, as if the option were absent.</summary>
    public bool IsUnset => Known(Text.Length == 0);

    /// <summary>Name or id of the container whose processes are shared; null in the other modes.</summary>
    public string? SharedContainer =>
        Known(Text.StartsWith(ContainerPrefix, StringComparison.Ordinal) ? Text.Substring(ContainerPrefix.Length) : null);

    /// <summary>The processes of another container.</summary>
    /// <param name="nameOrId">Name or id of the other container.</param>
    /// <returns>The mode.</returns>
    /// <exception cref="FormatException">The name is empty.</exception>
    public static PidMode Container(string nameOrId) => Parse(ContainerPrefix + nameOrId);

    /// <summary>Reads the mode as docker's client does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The mode; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a PID mode.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out PidMode? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var isKnown =
            text is "" or HostText || (text.StartsWith(ContainerPrefix, StringComparison.Ordinal) && text.Length > ContainerPrefix.Length);
        value = isKnown ? new PidMode(text) : null;
        error = isKnown ? null : Refuse(text);
        return isKnown;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The mode, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a PID mode nor a template.</exception>
    public static PidMode Parse(string text) => ValueParser.Parse<PidMode>(text, TryParse, static t => new PidMode(t, isTemplate: true));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator PidMode(string text) => Parse(text);

    private static GrammarError Refuse(string text)
    {
        var suggestion =
            text.StartsWith(ContainerPrefix, StringComparison.OrdinalIgnoreCase) && text.Length > ContainerPrefix.Length
                ? ContainerPrefix + text.Remove(0, ContainerPrefix.Length)
                : Problems.NearestName.FindOne(GoText.TrimSpace(text), [HostText]);
        return Refusal.Of(text, "a PID mode (host or container:NAME)", "write one of them, or leave the option out", suggestion);
    }
}
