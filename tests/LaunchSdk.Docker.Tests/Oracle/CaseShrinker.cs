using System.Text.Json;
using System.Text.Json.Nodes;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>Smaller configurations than a given one: fewer options, fewer items, shorter texts.</summary>
internal static class CaseShrinker
{
    public static IEnumerable<OracleCase> Shrink(OracleCase large)
    {
        foreach (var name in large.Config.Select(pair => pair.Key).Where(_ => large.Config.Count > 1))
        {
            yield return large with
            {
                Config = Without(large.Config, name),
            };
        }

        if (large.Command.Count > 0)
        {
            yield return large with
            {
                Command = [],
            };
        }

        if (large.Image != "busybox")
        {
            yield return large with
            {
                Image = "busybox",
            };
        }

        foreach (var (name, value) in large.Config)
        {
            foreach (var smaller in ShrinkValue(value))
            {
                yield return large with
                {
                    Config = With(large.Config, name, smaller),
                };
            }
        }
    }

    private static IEnumerable<JsonNode> ShrinkValue(JsonNode? value)
    {
        if (value is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                yield return items[i]!.DeepClone();
            }
        }
        else if (value?.GetValueKind() == JsonValueKind.String)
        {
            foreach (var smaller in ShrinkText((string)value!))
            {
                yield return JsonValue.Create(smaller);
            }
        }
    }

    private static IEnumerable<string> ShrinkText(string text)
    {
        for (var length = text.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= text.Length; start += length)
            {
                var smaller = text.Remove(start, length);
                if (smaller.EnumerateRunes().All(rune => rune.Value != 0xFFFD))
                {
                    yield return smaller;
                }
            }
        }
    }

    private static JsonObject Without(JsonObject config, string name) => Copy(config.Where(pair => pair.Key != name));

    private static JsonObject With(JsonObject config, string name, JsonNode value) =>
        Copy(config.Select(pair => pair.Key == name ? KeyValuePair.Create(pair.Key, (JsonNode?)value) : pair));

    private static JsonObject Copy(IEnumerable<KeyValuePair<string, JsonNode?>> pairs) =>
        new(pairs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
}
