using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>A security setting (<c>security-opt</c>): <c>key=value</c>, <c>key:value</c>, or <c>no-new-privileges</c> alone.</summary>
/// <remarks>
/// Keys that engines know: <c>apparmor</c>, <c>label</c>, <c>seccomp</c> (a profile's file, read by the client), <c>no-new-privileges</c>,
/// <c>systempaths</c>, <c>writable-cgroups</c>, <c>credentialspec</c> on Windows. Docker's client passes on every other key.
/// </remarks>
public sealed partial class SecurityOption : DockerValue
{
    private const string NoNewPrivilegesKey = "no-new-privileges";
    private readonly string _key = string.Empty;
    private readonly string _value = string.Empty;

    private SecurityOption(string text, string key, string value)
        : base(text)
    {
        _key = key;
        _value = value;
    }

    private SecurityOption(string text)
        : base(text, isTemplate: true) { }

    /// <summary>Processes gain no privileges from set-user-id files.</summary>
    public static SecurityOption NoNewPrivileges { get; } = Parse(NoNewPrivilegesKey);

    /// <summary>No filter on system calls.</summary>
    public static SecurityOption SeccompUnconfined { get; } = Parse("seccomp=unconfined");

    /// <summary>No masked and no read-only system paths.</summary>
    public static SecurityOption SystemPathsUnconfined { get; } = Parse("systempaths=unconfined");

    /// <summary>The part before the first <c>=</c>; without one, before the first <c>:</c>.</summary>
    public string Key => Known(_key);

    /// <summary>The part behind the sign; empty when there is none.</summary>
    public string Value => Known(_value);

    /// <summary>A seccomp profile: <c>unconfined</c>, <c>builtin</c>, or a JSON file that the client reads.</summary>
    /// <param name="profile">Name or path of the profile.</param>
    /// <returns>The option.</returns>
    /// <exception cref="FormatException">The profile is empty.</exception>
    public static SecurityOption Seccomp(string profile) => Parse("seccomp=" + profile);

    /// <summary>An AppArmor profile that the engine has, or <c>unconfined</c>.</summary>
    /// <param name="profile">Name of the profile.</param>
    /// <returns>The option.</returns>
    /// <exception cref="FormatException">The profile is empty.</exception>
    public static SecurityOption AppArmor(string profile) => Parse("apparmor=" + profile);

    /// <summary>An SELinux label, such as <c>type:svirt_apache_t</c>, or <c>disable</c>.</summary>
    /// <param name="label">The label.</param>
    /// <returns>The option.</returns>
    /// <exception cref="FormatException">The label is empty.</exception>
    public static SecurityOption Label(string label) => Parse("label=" + label);

    /// <summary>Reads a setting as docker's client does, short of opening a profile's file.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The option; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a security option.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out SecurityOption? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var sign = text.IndexOf('=');
        if (sign < 0 && text != NoNewPrivilegesKey)
        {
            sign = text.IndexOf(':');
        }

        var key = sign < 0 ? text : text.Substring(0, sign);
        if (key == NoNewPrivilegesKey || (sign >= 0 && sign < text.Length - 1))
        {
            value = new SecurityOption(text, key, sign < 0 ? string.Empty : text.Substring(sign + 1));
            error = null;
            return true;
        }

        value = null;
        var suggestion = sign < 0 ? Problems.NearestName.FindOne(GoText.TrimSpace(text), [NoNewPrivilegesKey]) : null;
        error = Refusal.Of(text, "a security option (key=value, or no-new-privileges)", "write for example seccomp=unconfined", suggestion);
        return false;
    }

    /// <summary>
    /// Whether the text is a security option beyond doubt, found without making a value; false leaves the answer to <see cref="TryParse"/>.
    /// </summary>
    internal static bool IsPlain(string text) => text == NoNewPrivilegesKey;

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The option, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a security option nor a template.</exception>
    public static SecurityOption Parse(string text) => ValueParser.Parse<SecurityOption>(text, TryParse, static t => new SecurityOption(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator SecurityOption(string text) => Parse(text);
}
