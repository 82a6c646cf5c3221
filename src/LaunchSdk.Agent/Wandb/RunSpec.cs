using System.Text.Json;
using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues.Storage;
using LaunchSdk.Configuration;
using LaunchSdk.Validation;

namespace LaunchSdk.Agent.Wandb;

/// <summary>W&amp;B's run spec: a launch spec, with keys of its own and with empty values for unset ones.</summary>
internal static class RunSpec
{
    /// <summary>The kind of resource that is run here.</summary>
    public const string Resource = QueueKeys.ResourceKey;

    private static readonly string[] Keys = ["job", "entity", "project", "name", "author", "run_id", "sweep_id"];
    private static readonly string[] Overrides = ["args", "run_config", "entry_point", "dockerfile", "artifacts", "files", "working_dir"];

    /// <summary>Reads a spec as it was popped.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="queue">The queue's options as the server has them.</param>
    public static ConfigResult<LaunchJob> Read(JsonObject spec, JsonObject queue)
    {
        var job = new JsonObject();
        Copy(spec, job, Keys);
        Nest(spec, job, "docker", ["docker_image"]);
        Nest(spec, job, "git", ["version"]);
        Nest(spec, job, "overrides", Overrides);
        if ((spec[QueueKeys.ResourceArgsKey] as JsonObject)?[Resource] is JsonObject merged)
        {
            var (overrides, variables) = MergedArguments.Split(queue, merged);
            if (overrides.Count > 0)
            {
                job[QueueKeys.ResourceArgsKey] = new JsonObject { [Resource] = overrides };
            }
            else if (variables.Count > 0)
            {
                job[QueueKeys.VariablesKey] = variables;
            }
        }

        var resource =
            spec["resource"] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : Resource;
        job["resource"] = resource == "local" ? Resource : resource;
        return StoredText.ReadJob(job.ToJsonString());
    }

    /// <summary>Writes a spec to push; template variables and priority travel beside it.</summary>
    /// <param name="job">The job, as canonical JSON.</param>
    /// <param name="entity">The entity of the run where the job names none.</param>
    /// <param name="queue">The queue's name.</param>
    public static (string Spec, string? Values) Write(string job, string entity, string queue)
    {
        var spec = JsonNode.Parse(job)!.AsObject();
        var values = spec[QueueKeys.VariablesKey]?.ToJsonString();
        spec.Remove(QueueKeys.VariablesKey);
        spec.Remove("priority");
        spec["entity"] ??= entity;
        spec["resource"] ??= Resource;
        spec[QueueKeys.ResourceArgsKey] ??= new JsonObject { [Resource] = new JsonObject() };
        spec["queue_name"] = queue;
        spec["queue_entity"] = entity;
        return (spec.ToJsonString(), values);
    }

    /// <summary>A JSON object that the server gives as an object or as a text; null for anything else.</summary>
    public static JsonObject? Object(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => JsonNode.Parse(element.GetRawText()) as JsonObject,
                JsonValueKind.String => JsonNode.Parse(element.GetString()!) as JsonObject,
                _ => null,
            };
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Copy(JsonObject from, JsonObject to, string[] keys)
    {
        foreach (var key in keys)
        {
            if (from[key] is { } value && !IsEmpty(value))
            {
                to[key] = value.DeepClone();
            }
        }
    }

    private static void Nest(JsonObject from, JsonObject to, string key, string[] keys)
    {
        var inner = new JsonObject();
        if (from[key] is JsonObject given)
        {
            Copy(given, inner, keys);
        }

        if (inner.Count > 0)
        {
            to[key] = inner;
        }
    }

    private static bool IsEmpty(JsonNode value) =>
        value switch
        {
            JsonArray list => list.Count == 0,
            JsonObject map => map.Count == 0,
            _ => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0,
        };
}
