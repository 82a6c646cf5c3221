using System.Text.Json.Nodes;
using LaunchSdk.Commands;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Translation;
using LaunchSdk.Options;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Translation;

/// <summary>
/// The schema's targets (<c>x-launch-target</c>) against translated requests: what an option changes is what it declares.
/// </summary>
public sealed class OptionTargetTests
{
    // Queues in addition to the schema's examples, for the part of a target that those do not reach.
    private static readonly Dictionary<string, string[]> More = new(StringComparer.Ordinal)
    {
        ["attach"] = ["""{ "attach": "stdin" }""", """{ "attach": "stdout" }""", """{ "attach": "stderr" }"""],
        ["detach"] = ["""{ "detach": true, "interactive": true }"""],
        ["device"] = ["""{ "device": "vendor.com/class=name" }"""],
        ["interactive"] = ["""{ "interactive": true, "attach": "stdout" }"""],
        ["link"] = ["""{ "link": "db", "network": "lab" }"""],
        ["security-opt"] = ["""{ "security-opt": "systempaths=unconfined" }"""],
        ["volume"] = ["""{ "volume": "/data" }""", """{ "volume": "cache:/data" }"""],
    };

    // Options that newer engines no longer take.
    private static readonly Dictionary<string, string> OlderVersions = new(StringComparer.Ordinal) { ["kernel-memory"] = "1.41" };

    public static TheoryData<string> Sent { get; } =
    [
        .. DockerOptions
            .All.Where(option => option.ClientSideReason is null || option == DockerOptions.CidFile)
            .Select(option => option.Name),
    ];

    private static JsonObject Schema { get; } =
        JsonNode.Parse(File.ReadAllText(Repository.Combine("schemas", "docker-queue.schema.json")))!["definitions"]!["options"]![
            "properties"
        ]!.AsObject();

    [Theory]
    [MemberData(nameof(Sent))]
    public void An_option_changes_the_paths_of_the_request_that_it_declares_and_no_other(string name)
    {
        Assert.True(DockerOptions.TryGet(name, out var option));
        var declared = option.Target.Split(", ");

        var changed = Queues(option).SelectMany(queue => Changes(queue, option)).Distinct(StringComparer.Ordinal).ToList();

        Assert.All(changed, path => Assert.True(declared.Any(target => IsBelow(path, target)), $"{name} changes {path}"));
        Assert.All(declared, target => Assert.True(changed.Any(path => IsBelow(path, target)), $"{name} does not change {target}"));
    }

    private static IEnumerable<JsonObject> Queues(DockerOption option) =>
        Schema[option.Name]!["examples"]!
            .AsArray()
            .Select(example => Queue(option, example!.DeepClone()))
            .Concat(More.GetValueOrDefault(option.Name, []).Select(text => JsonNode.Parse(text)!.AsObject()));

    private static JsonObject Queue(DockerOption option, JsonNode value)
    {
        var queue = new JsonObject { [option.Name] = value };
        if (option.Conflicts.Any(conflict => conflict.When.Kind == ConflictConditionKind.NotUserDefined))
        {
            queue["network"] = "lab";
        }

        return queue;
    }

    private static List<string> Changes(JsonObject queue, DockerOption option)
    {
        var without = queue.DeepClone().AsObject();
        without.Remove(option.Name);
        return Differences(Request(without, option), Request(queue, option), "");
    }

    // What is on one side only is compared with nothing, so that each path leads to a value.
    private static List<string> Differences(JsonNode? left, JsonNode? right, string path)
    {
        if (left is JsonObject or null && right is JsonObject or null && (left ?? right) is not null)
        {
            var keys = new[] { left, right }.OfType<JsonObject>().SelectMany(side => side.Select(member => member.Key)).Distinct();
            var inner = keys.SelectMany(key => Differences(left?[key], right?[key], path.Length == 0 ? key : $"{path}.{key}")).ToList();
            return inner.Count == 0 && (left is null || right is null) ? [path] : inner;
        }

        return JsonNode.DeepEquals(left, right) || (IsZero(left) && IsZero(right)) ? [] : [path];
    }

    // An object of docker's model that is sent for one member has all of its others, as zeros.
    private static bool IsZero(JsonNode? node) => node is null || node.ToJsonString() is "0" or "\"\"" or "false";

    private static JsonObject Request(JsonObject queue, DockerOption option)
    {
        var request = new DockerRunRequest
        {
            Queue = DockerQueue.Parse(queue.ToJsonString(), "queue.json").GetValueOrThrow(),
            Image = "busybox",
            Macros = new Dictionary<string, string>
            {
                ["run_id"] = "r1",
                ["author"] = "ada",
                ["project_name"] = "p",
                ["run_name"] = "n",
            },
            Environment = variable => variable == "HOME" ? "/home/ada" : "value",
        };
        var translated = CreateRequestTranslator.Translate(
            DockerRunCommand.Create(request).GetValueOrThrow(),
            new EngineTarget(OlderVersions.GetValueOrDefault(option.Name, "1.55"), option.EngineOs ?? EngineTarget.Linux),
            new ClientContext
            {
                WorkingDirectory = "/work",
                Environment = _ => null,
                DockerConfig = DockerConfigFile.Parse("{}"u8.ToArray()),
                EngineAddress = "unix:///var/run/docker.sock",
                InputIsTerminal = true,
                Files = new OneLineFiles(),
            }
        );
        var json = JsonNode.Parse(translated.GetValueOrThrow().ToJson())!.AsObject();
        var body = json["body"]!.DeepClone().AsObject();
        body["query"] = json["query"]!.DeepClone();
        return body;
    }

    private static bool IsBelow(string path, string target)
    {
        var segments = path.Split('.');
        var expected = target.Split('.');
        return segments.Length >= expected.Length && expected.Zip(segments).All(pair => pair.First == "*" || pair.First == pair.Second);
    }

    /// <summary>A client whose files all have one line, but for those that must not be there yet.</summary>
    private sealed class OneLineFiles : IClientFiles
    {
        public bool Exists(string path) => !path.EndsWith(".cid", StringComparison.Ordinal);

        public byte[] Read(string path) => "NAME=value\n"u8.ToArray();
    }
}
