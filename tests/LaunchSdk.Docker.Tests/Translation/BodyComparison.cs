using System.Text.Json.Nodes;

namespace LaunchSdk.Docker.Tests.Translation;

/// <summary>
/// Compares two create requests by what they mean: for every leaf of either body, the value or else docker's default must be equal. The
/// body of a
/// bare run is the defaults; null, [] and {} are one where the default is one of them.
/// </summary>
internal static class BodyComparison
{
    /// <summary>Every difference, as <c>path: expected, actual</c>; empty when the bodies mean the same.</summary>
    /// <param name="unordered">Ranges of lists, by path, whose order does not count.</param>
    public static IReadOnlyList<string> Differences(JsonObject expected, JsonObject actual, JsonObject defaults, JsonObject? unordered)
    {
        Sort(expected, unordered);
        Sort(actual, unordered);
        var wanted = Leaves(expected);
        var given = Leaves(actual);
        var usual = Leaves(defaults);
        return
        [
            .. wanted
                .Keys.Union(given.Keys, StringComparer.Ordinal)
                .Select(path =>
                    (
                        Path: path,
                        Wanted: Value(wanted, usual, path),
                        Given: Value(given, usual, path),
                        Default: usual.GetValueOrDefault(path, "null")
                    )
                )
                .Where(leaf => leaf.Wanted != leaf.Given && !(IsNothing(leaf.Wanted) && IsNothing(leaf.Given) && IsNothing(leaf.Default)))
                .Where(leaf => !IsCoveredByChildren(leaf.Path, leaf.Wanted, leaf.Given, wanted, given))
                .Select(leaf => $"{leaf.Path}: expected {leaf.Wanted}, got {leaf.Given}"),
        ];
    }

    private static string Value(Dictionary<string, string> leaves, Dictionary<string, string> defaults, string path) =>
        leaves.TryGetValue(path, out var value) ? value : defaults.GetValueOrDefault(path, "null");

    private static bool IsNothing(string value) => value is "null" or "[]" or "{}";

    // A collection that is empty on one side and filled on the other differs at its children already.
    private static bool IsCoveredByChildren(
        string path,
        string wanted,
        string given,
        Dictionary<string, string> expected,
        Dictionary<string, string> actual
    ) => (IsNothing(wanted) || IsNothing(given)) && (HasChildren(expected, path) || HasChildren(actual, path));

    private static bool HasChildren(Dictionary<string, string> leaves, string path) =>
        leaves.Keys.Any(key =>
            key.Length > path.Length && key.StartsWith(path, StringComparison.Ordinal) && key[path.Length] is '.' or '['
        );

    private static Dictionary<string, string> Leaves(JsonNode root)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(root, "");
        return leaves;

        void Add(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject { Count: > 0 } members:
                    foreach (var (key, member) in members)
                    {
                        Add(member, path.Length == 0 ? key : $"{path}.{key}");
                    }

                    break;
                case JsonArray { Count: > 0 } items:
                    for (var i = 0; i < items.Count; i++)
                    {
                        Add(items[i], $"{path}[{i}]");
                    }

                    break;
                default:
                    leaves[path] =
                        node is JsonValue value && value.TryGetValue<string>(out var text) ? $"\"{text}\"" : node?.ToJsonString() ?? "null";
                    break;
            }
        }
    }

    private static void Sort(JsonObject body, JsonObject? unordered)
    {
        foreach (var (path, range) in unordered ?? [])
        {
            JsonNode? node = body;
            foreach (var part in path.Split('.'))
            {
                node = node?[part];
            }

            if (node is JsonArray list)
            {
                var (from, to) = ((int)range![0]!, Math.Min((int)range[1]!, list.Count));
                var sorted = list.Skip(from)
                    .Take(to - from)
                    .Select(item => item!.DeepClone())
                    .OrderBy(item => item.ToJsonString(), StringComparer.Ordinal)
                    .ToList();
                for (var i = from; i < to; i++)
                {
                    list[i] = sorted[i - from];
                }
            }
        }
    }
}
