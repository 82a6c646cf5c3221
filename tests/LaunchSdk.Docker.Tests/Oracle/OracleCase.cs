using System.Text.Json;
using System.Text.Json.Nodes;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>A configuration that docker and LaunchSdk both get.</summary>
/// <param name="ApiVersion">API version of the engine.</param>
/// <param name="OperatingSystem">Operating system of the engine.</param>
/// <param name="Config">The queue's options, as a queue file has them.</param>
/// <param name="Image">The image.</param>
/// <param name="Command">The container's command.</param>
public sealed record OracleCase(string ApiVersion, string OperatingSystem, JsonObject Config, string Image, IReadOnlyList<string> Command)
{
    /// <summary>
    /// The arguments behind <c>docker run</c>, by the documentation of a queue: docker sees these, whatever LaunchSdk would make of the
    /// file.
    /// </summary>
    public IReadOnlyList<string> Argv => [.. Config.SelectMany(pair => Arguments(pair.Key, pair.Value)), Image, .. Command];

    public override string ToString() =>
        $"{OperatingSystem} {ApiVersion}: {Config.ToJsonString()} {Image} {JsonSerializer.Serialize(Command)}";

    /// <summary>The texts of a value: a scalar's own, or a list's items.</summary>
    public static IEnumerable<string> Texts(JsonNode? value) =>
        value is JsonArray items ? items.Select(Text)
        : value is null ? []
        : [Text(value)];

    private static IEnumerable<string> Arguments(string name, JsonNode? value)
    {
        var flag = name.Length == 1 ? "-" + name : "--" + name;
        return value?.GetValueKind() switch
        {
            null => [],
            JsonValueKind.True => [flag],
            JsonValueKind.False => [flag + "=false"],
            _ => Texts(value).SelectMany(text => new[] { flag, text }),
        };
    }

    private static string Text(JsonNode? scalar) =>
        scalar!.GetValueKind() == JsonValueKind.String ? (string)scalar! : scalar.ToJsonString();
}
