using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Wandb;

/// <summary>
/// W&amp;B merges a job's options into its queue's before an agent sees them, so the two are told apart again here: what the job set is not
/// trusted as the queue is.
/// </summary>
internal static class MergedArguments
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
            return value is JsonArray list
                && list.Count == owns.Count
                && owns.Zip(list)
                    .All(pair =>
                        JsonNode.DeepEquals(pair.First, pair.Second) || (pair.First is not null && Fits(pair.First, pair.Second, values))
                    );
        }

        if (own is not JsonValue || value is not JsonValue || own.GetValueKind() != System.Text.Json.JsonValueKind.String)
        {
            return false;
        }

        var names = new List<string>();
        var pattern = Pattern(own.GetValue<string>(), names);
        return names.Count > 0
            && Match(Text(value), pattern) is { Success: true } match
            && names.Index().All(name => Take(name.Item, match.Groups[Group(name.Index)].Value, values));
    }

    private static bool Take(string name, string value, Dictionary<string, string> values) =>
        values.TryAdd(name, value) || values[name] == value;

    /// <summary>
    /// The template as an expression: one group for each variable in the order of their names, the same text where one is named again.
    /// </summary>
    private static string Pattern(string template, List<string> names)
    {
        var pattern = new System.Text.StringBuilder("^");
        var copied = 0;
        for (var from = 0; TemplateText.TryFind(template, from, out var hole); from = hole.End)
        {
            // Macros are the agent's to fill in: the server leaves them as they are.
            if (hole.IsMacro)
            {
                continue;
            }

            pattern.Append(Regex.Escape(template[copied..hole.Start]));
            copied = hole.End;
            var known = names.IndexOf(hole.Name);
            if (known < 0)
            {
                names.Add(hole.Name);
            }

            pattern.Append(known < 0 ? $"(?<{Group(names.Count - 1)}>.+?)" : $@"\k<{Group(known)}>");
        }

        return pattern.Append(Regex.Escape(template[copied..])).Append('$').ToString();
    }

    private static string Group(int index) => string.Create(CultureInfo.InvariantCulture, $"v{index}");

    private static Match? Match(string text, string pattern)
    {
        try
        {
            return Regex.Match(text, pattern, RegexOptions.CultureInvariant | RegexOptions.Singleline, MatchDeadline);
        }
        catch (RegexMatchTimeoutException)
        {
            // Too many ways to read it: then it is the job's own option, which is trusted less.
            return null;
        }
    }

    private static string Text(JsonNode value) =>
        value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static JsonValue Value(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text
            ? JsonValue.Create(number)
            : JsonValue.Create(text);
}
