using System.Text.Json;
using System.Text.RegularExpressions;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Images;

/// <summary>
/// The digest of what was pushed, as the messages of a push state it: the <c>aux</c> object of the classic image store, or the last status
/// line (<c>TAG: digest: sha256:... size: 405</c>), which is all that the containerd image store gives. An index of which the engine lacks
/// a part is pushed as one of its manifests: <c>aux</c> then names that one.
/// </summary>
/// <param name="tag">The tag that is pushed.</param>
internal sealed partial class PushedDigest(string tag)
{
    private readonly HashSet<string> _stated = new(StringComparer.Ordinal);

    /// <summary>The digest, <c>sha256:...</c>; null where none was stated, or messages contradict each other.</summary>
    public string? Stated => _stated.Count == 1 ? _stated.First() : null;

    /// <summary>Takes one message.</summary>
    public void Add(EngineStreamMessage message)
    {
        if ((FromAux(message.Aux) ?? FromStatus(message.Status)) is { } digest)
        {
            _stated.Add(digest);
        }
    }

    private static string? FromAux(JsonElement? aux) => Text(aux, "Digest") ?? Text(Member(aux, "selectedManifest"), "digest");

    private string? FromStatus(string? status) =>
        status is not null && StatusLine().Match(status) is { Success: true } line && line.Groups[1].Value == tag
            ? line.Groups[2].Value
            : null;

    private static string? Text(JsonElement? element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text && Digest().IsMatch(text.GetString()!) ? text.GetString() : null;

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out var member) ? member : null;

    [GeneratedRegex(@"^(\S+): digest: (sha256:[0-9a-f]{64}) size: \d+\z")]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"^sha256:[0-9a-f]{64}\z")]
    private static partial Regex Digest();
}
