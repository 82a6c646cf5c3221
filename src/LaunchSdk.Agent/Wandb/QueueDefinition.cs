using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues.Storage;
using LaunchSdk.Documents;
using LaunchSdk.Validation;

namespace LaunchSdk.Agent.Wandb;

/// <summary>A queue as the server has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Definition">The queue; null where its options cannot be read.</param>
/// <param name="Errors">Why they cannot; empty where they can.</param>
/// <param name="Arguments">The options as the server has them, to tell a job's own from the queue's.</param>
internal sealed record QueueDefinition(string Id, DockerQueue? Definition, IReadOnlyList<string> Errors, JsonObject Arguments)
{
    /// <summary>Reads what the server has.</summary>
    /// <param name="name">The queue's name.</param>
    /// <param name="id">Its id.</param>
    /// <param name="mode">Its prioritization mode; null for none.</param>
    /// <param name="config">Its configuration; null for none.</param>
    /// <param name="variables">Its template variables' schemas by name.</param>
    public static QueueDefinition Read(
        string name,
        string id,
        string? mode,
        JsonObject? config,
        IEnumerable<KeyValuePair<string, JsonNode?>> variables
    )
    {
        var arguments = (config?[QueueKeys.ResourceArgsKey] as JsonObject)?[RunSpec.Resource] as JsonObject ?? [];
        var file = new JsonObject
        {
            [QueueKeys.NameKey] = name,
            [QueueKeys.ResourceArgsKey] = new JsonObject { [RunSpec.Resource] = arguments.DeepClone() },
        };
        if (mode is "V0" or "DISABLED")
        {
            file[QueueKeys.ModeKey] = mode;
        }

        var schemas = new JsonObject();
        foreach (var (variable, schema) in variables)
        {
            schemas[variable] = new JsonObject { ["schema"] = schema?.DeepClone() };
        }

        if (schemas.Count > 0)
        {
            file[QueueKeys.VariablesKey] = schemas;
        }

        var result = StoredText.ReadQueue(file.ToJsonString());
        return new QueueDefinition(
            id,
            result.Value,
            result.HasErrors ? [.. result.Problems.Select(problem => problem.Message)] : [],
            arguments
        );
    }

    /// <summary>The configuration and the template variables as the server wants them.</summary>
    public static (string Config, string Variables) Write(DockerQueue queue)
    {
        var file = JsonNode.Parse((queue with { Name = queue.Name ?? "queue" }).ToText(ConfigFormat.Json))!.AsObject();
        return (
            new JsonObject { [QueueKeys.ResourceArgsKey] = file[QueueKeys.ResourceArgsKey]?.DeepClone() }.ToJsonString(),
            file[QueueKeys.VariablesKey]?.ToJsonString() ?? "{}"
        );
    }
}
