using System.Globalization;

namespace LaunchSdk.Docker.Translation;

/// <summary>The engine that a request is made for.</summary>
/// <param name="ApiVersion">Negotiated Engine API version, such as <c>1.50</c>.</param>
/// <param name="OperatingSystem">Operating system of the engine: <c>linux</c> or <c>windows</c>.</param>
public sealed record EngineTarget(string ApiVersion, string OperatingSystem = EngineTarget.Linux)
{
    /// <summary>A Linux engine.</summary>
    public const string Linux = "linux";

    /// <summary>A Windows engine.</summary>
    public const string Windows = "windows";

    /// <summary>A Linux engine with the newest API version that LaunchSdk speaks, that of docker 28.2.</summary>
    public static EngineTarget Newest { get; } = new("1.50");

    /// <summary>Whether the engine runs Windows containers.</summary>
    public bool IsWindows => OperatingSystem == Windows;

    /// <summary>Whether the engine's API is at least <paramref name="version"/>.</summary>
    public bool Has(string version) => Compare(ApiVersion, version) >= 0;

    private static int Compare(string left, string right) => Parse(left).CompareTo(Parse(right));

    private static (int Major, int Minor) Parse(string version)
    {
        var dot = version.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && int.TryParse(version.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(version.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? (major, minor)
            : throw new FormatException($"'{version}' is not an Engine API version: write two numbers and a dot, such as 1.50");
    }
}
