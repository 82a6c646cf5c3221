using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>
/// How docker's command before 29 differs from 29.8, which LaunchSdk follows: what it refuses or takes, and why. Its requests are in
/// <see cref="RequestsOf28"/>.
/// </summary>
internal static partial class VersionDifferences
{
    private static readonly VersionDifference[] Before29 =
    [
        new(
            OracleDifference.LaunchSdkRefuses,
            Has(IsLaxMount, "mount"),
            "29 takes no blanks, empty values, other booleans or bind-nonrecursive in a mount"
        ),
        new(
            OracleDifference.LaunchSdkRefuses,
            Has(IsLaxPort, "publish", "p", "expose"),
            "29 takes no second protocol and no third part of a range"
        ),
        new(OracleDifference.LaunchSdkRefuses, Has(IsNoAddress, "ip", "ip6"), "29 parses addresses"),
        new(OracleDifference.LaunchSdkRefuses, Has(IsNoNetworkAddress, "network", "net"), "29 parses the addresses of a network"),
        new(OracleDifference.LaunchSdkRefuses, Has(IsNoKeys, "detach-keys"), "29 checks detach-keys"),
        new(OracleDifference.LaunchSdkRefuses, IsApiSocketOnWindows, "29 mounts no socket of a Windows engine"),
        new(
            OracleDifference.DockerRefuses,
            Has(IsNewMount, "mount"),
            "29 trims a mount, passes one without a target on, and knows bind-create-src"
        ),
        new(
            OracleDifference.DockerRefuses,
            Has(IsNewPort, "publish", "p", "expose"),
            "29 takes a sign before a published port, and any protocol of an exposed one"
        ),
        new(OracleDifference.DockerRefuses, Has(IsBareMac, "mac-address", "network", "net"), "29 takes a MAC address without separators"),
        new(OracleDifference.DockerRefuses, given => IsFlag(given, "disable-content-trust", "false"), "29 ignores content trust"),
        new(
            OracleDifference.DockerRefuses,
            given => IsFlag(given, "use-api-socket", "true"),
            "29 mounts /var/run/docker.sock whatever the engine's address is"
        ),
    ];

    /// <summary>The versions that the table is for.</summary>
    public static IReadOnlyList<string> KnownVersions { get; } = ["28.2.2", "28.5.2", "29.8.0"];

    /// <summary>Whether a version is known to refuse, or to take, what the reference does not.</summary>
    public static bool Explain(string version, OracleCase given, string kind) =>
        IsBefore29(version) && Before29.Any(difference => difference.Kind == kind && difference.Applies(given));

    /// <summary>Changes a version's request into what the reference sends in its place.</summary>
    public static void Update(string version, JsonObject body)
    {
        if (IsBefore29(version))
        {
            RequestsOf28.Update(body);
        }
    }

    private static bool IsBefore29(string version) => !version.StartsWith("29.", StringComparison.Ordinal);

    private static Func<OracleCase, bool> Has(Func<string, bool> isMeant, params string[] names) =>
        given => given.Config.Where(pair => names.Contains(pair.Key)).SelectMany(pair => OracleCase.Texts(pair.Value)).Any(isMeant);

    private static bool IsFlag(OracleCase given, string name, string value) =>
        given.Config[name] is JsonValue flag && flag.ToJsonString() == value;

    private static bool IsApiSocketOnWindows(OracleCase given) =>
        given.OperatingSystem == "windows" && IsFlag(given, "use-api-socket", "true");

    private static bool IsLaxMount(string text) =>
        LaxMount.IsMatch(text) || text.Split(',').Any(field => field != field.Trim() || field.Split('=').Any(part => part != part.Trim()));

    private static bool IsNewMount(string text) =>
        text != text.Trim() || !HasTarget.IsMatch(text) || text.Contains("bind-create-src", StringComparison.OrdinalIgnoreCase);

    private static bool IsLaxPort(string text) =>
        text.Count(character => character == '/') > 1
        || ThreeParts.IsMatch(text)
        || (text.Contains('=', StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal));

    private static bool IsNewPort(string text) =>
        text.Contains('+', StringComparison.Ordinal)
        || text.IndexOf(':', StringComparison.Ordinal) > text.IndexOf('/', StringComparison.Ordinal);

    private static bool IsNoAddress(string text) => !IpAddressValue.TryParseOptional(text, out _, out _);

    private static bool IsNoNetworkAddress(string text) => !NetworkAttachment.TryParse(text, out _, out _) && Address.IsMatch(text);

    private static bool IsNoKeys(string text) => !DetachKeys.TryParse(text, out _, out _);

    private static bool IsBareMac(string text) => BareMac.IsMatch(text);

    [GeneratedRegex("bind-nonrecursive|=,|=\"|=$|=(t|f|true|false)(,|\"|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LaxMount { get; }

    [GeneratedRegex("(^|,|\")(target|dst|destination)=.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HasTarget { get; }

    [GeneratedRegex(@"\d-[^-:]*-", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeParts { get; }

    [GeneratedRegex(@"\b(ip6?|link-local-ip)\s*=", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address { get; }

    [GeneratedRegex("(^|=)\\s*[0-9a-fA-F]{12}([0-9a-fA-F]{4}|[0-9a-fA-F]{28})?\\s*(,|$)", RegexOptions.CultureInvariant)]
    private static partial Regex BareMac { get; }
}
