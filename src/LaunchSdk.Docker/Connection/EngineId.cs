using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Docker.Connection;

/// <summary>Ids as engines give them. They become parts of addresses and of commands, so nothing else is taken for one.</summary>
internal static class EngineId
{
    private const int Length = 64;
    private const string Algorithm = "sha256:";

    /// <summary>Whether a text is a container's id: 64 hexadecimal digits.</summary>
    public static bool IsContainer([NotNullWhen(true)] string? id) => id is { Length: Length } && id.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether a text is an image's id, or a manifest's digest: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public static bool IsDigest([NotNullWhen(true)] string? id) =>
        id is not null && id.StartsWith(Algorithm, StringComparison.Ordinal) && IsContainer(id[Algorithm.Length..]);
}
