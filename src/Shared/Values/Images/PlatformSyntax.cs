using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>Platform specifiers as containerd's <c>platforms.Parse</c> reads them.</summary>
internal static class PlatformSyntax
{
    private static readonly string[] OperatingSystems =
    [
        "aix",
        "android",
        "darwin",
        "dragonfly",
        "freebsd",
        "hurd",
        "illumos",
        "ios",
        "js",
        "linux",
        "nacl",
        "netbsd",
        "openbsd",
        "plan9",
        "solaris",
        "windows",
        "zos",
    ];

    private static readonly string[] Architectures =
    [
        "386",
        "amd64",
        "amd64p32",
        "arm",
        "armbe",
        "arm64",
        "arm64be",
        "ppc64",
        "ppc64le",
        "loong64",
        "mips",
        "mipsle",
        "mips64",
        "mips64le",
        "mips64p32",
        "mips64p32le",
        "ppc",
        "riscv",
        "riscv64",
        "s390",
        "s390x",
        "sparc",
        "sparc64",
        "wasm",
    ];

    /// <summary>No platform.</summary>
    public static Parts Unset { get; } = new(null, string.Empty, null, string.Empty);

    /// <summary>Reads the whole text.</summary>
    public static bool TryParse(string text, out Parts parts)
    {
        parts = Unset;
        var components = text.Split('/');
        if (
            components.Length > 3
            || !TryReadSystem(components[0], out var system, out var version)
            || components.Skip(1).Any(static component => component.Length == 0 || !component.All(IsComponentCharacter))
        )
        {
            return false;
        }

        system = system.ToLowerInvariant() is "macos" ? "darwin" : system.ToLowerInvariant();
        if (components.Length == 1 && Array.IndexOf(OperatingSystems, system) >= 0)
        {
            parts = new Parts(system, version, null, string.Empty);
            return true;
        }

        var (architecture, variant) = NormalizeArchitecture(
            components[components.Length == 1 ? 0 : 1].ToLowerInvariant(),
            components.Length == 3 ? components[2].ToLowerInvariant() : string.Empty
        );
        if (components.Length < 3)
        {
            variant = architecture == "arm" && variant == "v7" ? string.Empty : variant;
        }
        else
        {
            variant = architecture == "arm64" && variant.Length == 0 ? "v8" : variant;
        }

        parts = new Parts(components.Length == 1 ? null : system, version, architecture, variant);
        return components.Length > 1 || Array.IndexOf(Architectures, architecture) >= 0;
    }

    /// <summary>
    /// The parts as one relative path, as Go's <c>path.Join</c> cleans it: a component of dots is not refused, so it has its effect.
    /// </summary>
    public static string JoinPath(params string[] components)
    {
        var path = new List<string>();
        foreach (var component in components)
        {
            if (component == ".." && path.Count > 0 && path[path.Count - 1] != "..")
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (component is not ("" or "."))
            {
                path.Add(component);
            }
        }

        return path.Count == 0 ? "." : string.Join("/", path);
    }

    /// <summary>The first of a list, a missing system, and near misses are clear.</summary>
    public static string? Suggest(string text)
    {
        var first = GoText.TrimSpace(text.Split(',')[0]).Trim('/');
        if (TryParse(first, out _))
        {
            return first;
        }

        var components = first.Split('/');
        components[0] =
            NearestName.FindOne(components[0], components.Length > 1 ? OperatingSystems : OperatingSystems.Concat(Architectures))
            ?? string.Empty;
        var nearest = string.Join("/", components);
        return TryParse(nearest, out _) ? nearest : null;
    }

    private static bool TryReadSystem(string component, out string system, out string version)
    {
        var parenthesis = component.IndexOf('(');
        system = parenthesis < 0 ? component : component.Substring(0, parenthesis);
        version = parenthesis < 0 ? string.Empty : component.Substring(parenthesis + 1).TrimEnd(')');
        return system.Length > 0
            && system.All(static c => c != '.' && IsComponentCharacter(c))
            && (parenthesis < 0 || (component.Length == parenthesis + version.Length + 2 && version.All(IsComponentCharacter)));
    }

    private static bool IsComponentCharacter(char c) => GoText.IsLetter(c) || GoText.IsDigit(c) || c is '_' or '.' or '-';

    private static (string Architecture, string Variant) NormalizeArchitecture(string architecture, string variant) =>
        architecture switch
        {
            "i386" => ("386", string.Empty),
            "x86_64" or "x86-64" or "amd64" => ("amd64", variant == "v1" ? string.Empty : variant),
            "aarch64" or "arm64" => (
                "arm64",
                variant switch
                {
                    "8" or "v8" or "v8.0" => string.Empty,
                    "9" or "9.0" or "v9.0" => "v9",
                    _ => variant,
                }
            ),
            "armhf" => ("arm", "v7"),
            "armel" => ("arm", "v6"),
            "arm" => (
                "arm",
                variant switch
                {
                    "" or "7" => "v7",
                    "5" or "6" or "8" => "v" + variant,
                    _ => variant,
                }
            ),
            _ => (architecture, variant),
        };

    /// <summary>What a specifier says; null parts are the client's own.</summary>
    internal sealed record Parts(string? OperatingSystem, string OperatingSystemVersion, string? Architecture, string Variant);
}
