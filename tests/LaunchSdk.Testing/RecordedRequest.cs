using System.Text.Json.Nodes;

namespace LaunchSdk.Testing;

/// <summary>One request as a <see cref="RecordingEngine"/> got it.</summary>
/// <param name="Method">GET, POST, DELETE, HEAD.</param>
/// <param name="Path">The path without its API version, such as <c>/containers/create</c>.</param>
/// <param name="Version">The API version in the path without the v, such as <c>1.55</c>; null where the path has none.</param>
/// <param name="Query">The decoded query; the last value of a name that comes twice.</param>
/// <param name="Headers">The headers, names without regard to case.</param>
/// <param name="Body">The body where it is JSON.</param>
public sealed record RecordedRequest(
    string Method,
    string Path,
    string? Version,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    JsonNode? Body
)
{
    /// <summary>The body's bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary><c>POST /containers/create</c>.</summary>
    public string Line => $"{Method} {Path}";
}
