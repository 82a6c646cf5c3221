using System.Globalization;

namespace LaunchSdk.Docker.Translation;

/// <summary>The engine that a request is made for.</summary>
/// <param name="ApiVersion">Negotiated Engine API version, such as <c>1.55</c>.</param>
/// <param name="OperatingSystem">Operating system of the engine: <c>linux</c> or <c>windows</c>.</param>
public sealed record EngineTarget(string ApiVersion, string OperatingSystem = EngineTarget.Linux)
{
    /// <summary>A Linux engine.</summary>
    public const string Linux = "linux";

    /// <summary>A Windows engine.</summary>
    public const string Windows = "windows";

    /// <summary>A Linux engine with the newest API version that LaunchSdk speaks, that of docker 29.8.</summary>
    public static EngineTarget Newest { get; } = new(DockerEngine.NewestApiVersion.ToString());

    /// <summary>Whether the engine runs Windows containers.</summary>
    public bool IsWindows => OperatingSystem == Windows;

    /// <summary>Whether the engine's API is at least <paramref name="version"/>.</summary>
    /// <param name="version">An API version, such as <c>1.44</c>.</param>
    /// <returns>Whether it is.</returns>
    public bool Has(string version) => Compare(ApiVersion, version) >= 0;

    /// <summary>Whether a text is an Engine API version: two numbers and a dot.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsVersion(string text) => TryParse(text, out _);

    private static int Compare(string left, string right) => Parse(left).CompareTo(Parse(right));

    private static (int Major, int Minor) Parse(string version) =>
        TryParse(version, out var parsed)
            ? parsed
            : throw new FormatException($"'{version}' is not an Engine API version: write two numbers and a dot, such as 1.55");

    private static bool TryParse(string text, out (int Major, int Minor) version)
    {
        version = default;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && int.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out version.Major)
            && int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out version.Minor);
    }
}
