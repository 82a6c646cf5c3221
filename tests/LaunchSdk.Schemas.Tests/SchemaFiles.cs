using System.Text.Json;
using LaunchSdk.Testing;

namespace LaunchSdk.Schemas.Tests;

/// <summary>The files of <c>schemas/</c> as JSON.</summary>
internal static class SchemaFiles
{
    public static readonly string[] Names = ["docker-queue", "launch-config", "launch-job"];

    public static string Text(string name) => File.ReadAllText(Repository.Combine("schemas", $"{name}.schema.json"));

    public static JsonElement Read(string name) => JsonDocument.Parse(Text(name)).RootElement;

    /// <summary>The options of docker-queue, <c>builder</c> left out.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Options() =>
        Read("docker-queue")
            .GetProperty("definitions")
            .GetProperty("options")
            .GetProperty("properties")
            .EnumerateObject()
            .Where(property => property.Name != "builder")
            .ToDictionary(property => property.Name, property => property.Value);

    public static string? Find(this JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) ? value.ToString() : null;

    /// <summary>Every object below an element, with its keys.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Value.Objects()).Prepend(element),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
            _ => [],
        };
}
