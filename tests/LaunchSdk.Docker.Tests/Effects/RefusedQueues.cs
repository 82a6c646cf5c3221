using System.Text.Json.Nodes;
using LaunchSdk.Options;

namespace LaunchSdk.Docker.Tests.Effects;

/// <summary>Queue files made of the examples of the schema's rules: each breaks one rule.</summary>
internal static class RefusedQueues
{
    public static IReadOnlyList<(DockerOption Option, OptionRefusal Rule, string Text)> All { get; } =
    [.. from option in DockerOptions.All from rule in option.Refusals from text in Texts(option, rule) select (option, rule, text)];

    // A rule about two values needs both of its examples.
    private static IEnumerable<string> Texts(DockerOption option, OptionRefusal rule)
    {
        var values = rule.Examples.Select(example => JsonValue.Create(example)).ToArray();
        return rule.Condition == RefusalCondition.Repeated
            ? [Queue(option, new JsonArray(values)), .. rule.Words.Select(other => WithOther(option, other))]
            : values.Select(value => Queue(option, value));
    }

    private static string WithOther(DockerOption option, string other) =>
        new JsonObject { [option.Name] = "/tmp:/a", [other] = other == "mount" ? "type=bind,source=/var,target=/a" : "/a" }.ToJsonString();

    private static string Queue(DockerOption option, JsonNode value) => new JsonObject { [option.Name] = value }.ToJsonString();
}
