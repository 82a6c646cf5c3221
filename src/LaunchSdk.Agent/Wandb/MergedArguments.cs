using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LaunchSdk.Agent.Wandb;

/// <summary>
/// W&amp;B merges a job's options into its queue's before an agent sees them, so the two are told apart again here: what the job set is not trusted as the queue is.
/// </summary>
internal static partial class MergedArguments
{
    private static readonly TimeSpan MatchDeadline = TimeSpan.FromSeconds(1);

    /// <summary>What the job set: options of its own, or else values of the queue's template variables.</summary>
    public static (JsonObject Overrides, JsonObject Variables) Split(JsonObject queue, JsonObject merged)
    {
        var overrides = new JsonObject();
        var filled = new JsonObject();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in merged)
        {
            if (queue.TryGetPropertyValue(name, out var own) && JsonNode.DeepEquals(own, value))
            {
                continue;
            }

            var target = own is not null && Fits(own, value, values) ? filled : overrides;
            target[name] = value?.DeepClone();
        }

        if (overrides.Count == 0)
        {
            return (overrides, new JsonObject(values.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, Value(pair.Value)))));
        }

        foreach (var (name, value) in filled)
        {
            overrides[name] = value?.DeepClone();
        }

        return (overrides, []);
    }

    private static bool Fits(JsonNode own, JsonNode? value, Dictionary<string, string> values)
    {
        if (own is JsonArray owns)
        {
            return value is JsonArray list && list.Count == owns.Count
                && owns.Zip(list).All(pair => JsonNode.DeepEquals(pair.First, pair.Second) || (pair.First is not null && Fits(pair.First, pair.Second, values)));
        }

        if (own is not JsonValue || value is not JsonValue || own.GetValueKind() != System.Text.Json.JsonValueKind.String)
        {
            return false;
        }

        var template = own.GetValue<string>();
        var match = Placeholder().IsMatch(template) ? Pattern(template).Match(Text(value)) : Match.Empty;
        return match.Success && match.Groups.Values.Where(group => group.Name.StartsWith('v')).All(group => Take(group.Name[1..], group.Value, values));
    }

    private static bool Take(string name, string value, Dictionary<string, string> values) => values.TryAdd(name, value) || values[name] == value;

    /// <summary>The template as an expression: one group for each variable, the same text where one is named again.</summary>
    private static Regex Pattern(string template)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pattern = new System.Text.StringBuilder("^");
        var from = 0;
        foreach (Match placeholder in Placeholder().Matches(template))
        {
            var name = "v" + placeholder.Groups[1].Value;
            pattern.Append(Regex.Escape(template[from..placeholder.Index])).Append(seen.Add(name) ? $"(?<{name}>.+?)" : $@"\k<{name}>");
            from = placeholder.Index + placeholder.Length;
        }

        return new Regex(pattern.Append(Regex.Escape(template[from..])).Append('$').ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline, MatchDeadline);
    }

    private static string Text(JsonNode value) => value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static JsonValue Value(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text ? JsonValue.Create(number) : JsonValue.Create(text);

    [GeneratedRegex(@"\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
