using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>
/// A device of the host (<c>docker run --device</c>): <c>host[:container][:permissions]</c>, a CDI name such as <c>nvidia.com/gpu=all</c>,
/// or for a Windows engine a class or type and id such as <c>class/5B45201D-F2F2-4F3B-85BB-30FF1F953599</c>.
/// </summary>
/// <remarks>
/// For a Windows engine docker passes any text on, so what it refuses for a Linux engine is refused only by <see cref="TryParseLinux"/>.
/// </remarks>
public sealed partial class DeviceMapping : DockerValue
{
    private const string Rule = "is not a device of a Linux host (host[:container][:permissions], or vendor/class=name)";

    private DeviceMapping(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>A name of the Container Device Interface: all of the text, which becomes a device request and not a path.</summary>
    public bool IsCdiName
    {
        get => Known(field);
        private init;
    }

    /// <summary>A path that a Linux engine takes.</summary>
    public bool IsLinuxDevice
    {
        get => Known(field);
        private init;
    }

    /// <summary>Path on the host; a CDI name or Windows device is here as written.</summary>
    public string HostPath
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>Path in the container; empty for anything but a Linux device.</summary>
    public string ContainerPath
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>Letters of <c>rwm</c>, all three where none are written; empty for anything but a Linux device.</summary>
    public string Permissions
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>A device of a Linux host under its own path, readable, writable and open to mknod.</summary>
    /// <param name="path">Absolute path on the host, which is also the path in the container.</param>
    /// <returns>The device.</returns>
    /// <exception cref="ArgumentException">The path is not absolute or holds a colon.</exception>
    public static DeviceMapping Of(string path) =>
        ValueFactory.Make(path ?? "", TryParseLinux, Template, made => made.IsLinuxDevice && made.HostPath == GoPath.Clean(path ?? ""));

    /// <summary>A device of a Linux host under another path, with letters of <c>rwm</c> as permissions.</summary>
    /// <param name="hostPath">Path on the host.</param>
    /// <param name="containerPath">Absolute path in the container.</param>
    /// <param name="permissions">Letters of <c>rwm</c>: read, write, mknod.</param>
    /// <returns>The device.</returns>
    /// <exception cref="ArgumentException">
    /// The container's path is not absolute, a path holds a colon, or the permissions are others.
    /// </exception>
    public static DeviceMapping Map(string hostPath, string containerPath, string permissions = DevicePermissions.All) =>
        ValueFactory.Make(
            $"{hostPath}:{containerPath}:{permissions}",
            TryParseLinux,
            Template,
            made => made.HostPath == hostPath && made.ContainerPath == containerPath
        );

    /// <summary>
    /// A device of the Container Device Interface; <paramref name="kind"/> is vendor and class, such as <c>nvidia.com/gpu</c>.
    /// </summary>
    /// <param name="kind">Vendor and class.</param>
    /// <param name="name">Name of the device, such as <c>all</c> or <c>0</c>.</param>
    /// <returns>The device.</returns>
    /// <exception cref="ArgumentException">
    /// A part holds other characters than letters, digits, <c>_ . -</c> and, in the name, colons.
    /// </exception>
    public static DeviceMapping Cdi(string kind, string name) =>
        ValueFactory.Make($"{kind}={name}", TryParseLinux, Template, static made => made.IsCdiName);

    /// <summary>Reads the text as docker does before it knows the engine's system, which takes any; templates are not known here.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">
    /// The device; <see cref="IsLinuxDevice"/> and <see cref="IsCdiName"/> are false where a Linux engine is not offered it.
    /// </param>
    /// <param name="error">Always null.</param>
    /// <returns>Always true.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out DeviceMapping? value, [NotNullWhen(false)] out GrammarError? error)
    {
        value = TryParseLinux(text, out var device, out _) ? device : new DeviceMapping(text) { HostPath = text };
        error = null;
        return true;
    }

    /// <summary>Reads the text as docker does for a Linux engine; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The device; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a device.</returns>
    public static bool TryParseLinux(
        string text,
        [NotNullWhen(true)] out DeviceMapping? value,
        [NotNullWhen(false)] out GrammarError? error
    )
    {
        error = null;
        if (CdiName.IsName(text, out var isTooShort))
        {
            value = new DeviceMapping(text) { IsCdiName = true, HostPath = text };
            return true;
        }

        if (isTooShort)
        {
            value = null;
            error = GrammarError.Whole(text, $"'{text}' {Rule}: vendor and class need two letters or more");
            return false;
        }

        value = ReadPaths(text, out error);
        return value is not null;
    }

    /// <summary>Reads the text as <see cref="TryParse"/> does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The device, or the template.</returns>
    public static DeviceMapping Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator DeviceMapping(string text) => Parse(text);

    private static DeviceMapping? ReadPaths(string text, out GrammarError? error)
    {
        error = null;
        var parts = text.Split(':');
        if (parts.Length > 3 || parts[0].Length == 0)
        {
            error = GrammarError.Whole(text, $"'{text}' {Rule}: write for example /dev/snd:/dev/snd:rw");
            return null;
        }

        var hasMode = parts.Length == 2 && DevicePermissions.Are(parts[1]);
        var permissions = parts.Length == 3 || hasMode ? parts[parts.Length - 1] : DevicePermissions.All;
        if (!DevicePermissions.Are(permissions))
        {
            var start = text.Length - permissions.Length;
            var lower = permissions.ToLowerInvariant();
            error = new GrammarError(
                $"'{text}' {Rule}: '{permissions}' are not permissions; write letters of rwm, each once",
                TextRange.Between(start, text.Length),
                DevicePermissions.Are(lower) && GoPath.IsAbsolute(parts[1]) ? $"{text.Substring(0, start)}{lower}" : null
            );
            return null;
        }

        var container = parts.Length == 1 || hasMode ? parts[0] : parts[1];
        if (!GoPath.IsAbsolute(container))
        {
            error = new GrammarError(
                $"'{text}' {Rule}: '{container}' is not an absolute path; start it with /",
                new TextRange(parts.Length == 1 || hasMode ? 0 : parts[0].Length + 1, container.Length)
            );
            return null;
        }

        // Docker tidies the container's path, but not when permissions follow it.
        var tidy = parts.Length == 3 ? container : GoPath.Clean(container);
        return new DeviceMapping(text)
        {
            IsLinuxDevice = true,
            HostPath = parts.Length == 1 || hasMode ? tidy : parts[0],
            ContainerPath = tidy,
            Permissions = permissions,
        };
    }

    private static DeviceMapping Template(string text) => new(text, isTemplate: true);
}
