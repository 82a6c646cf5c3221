using System.Text.Json.Nodes;

namespace LaunchSdk.Agent.Tests.Wandb.Emulator;

/// <summary>What the emulator keeps, and what its operations do to it.</summary>
public sealed class EmulatorState(TimeProvider time)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private int _ids;

    public List<EmulatedQueue> Queues { get; } = [];

    public Dictionary<string, EmulatedConfig> Configs { get; } = [];

    public List<EmulatedAgent> Agents { get; } = [];

    public List<EmulatedRun> Runs { get; } = [];

    public Dictionary<string, EmulatedArtifact> Artifacts { get; } = [];

    /// <summary>What upsertRunQueue finds wrong.</summary>
    public List<string> ConfigErrors { get; } = [];

    internal EmulatedItem Item(string id) => Queues.SelectMany(queue => queue.Items).Single(item => item.Id == id);

    internal T Locked<T>(Func<T> act)
    {
        lock (_lock)
        {
            Settle();
            return act();
        }
    }

    internal string NewId(string kind) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{kind}:{Interlocked.Increment(ref _ids)}"));

    internal string AddConfig(string resource, string config, string? variables)
    {
        var id = NewId("DefaultResourceConfig");
        var list = (variables is null ? [] : JsonNode.Parse(variables)!.AsObject())
            .Select(pair => new EmulatedVariable(pair.Key, pair.Value!["schema"]!.ToJsonString()))
            .ToList();
        Configs[id] = new EmulatedConfig(id, resource, config, list);
        return id;
    }

    internal EmulatedQueue Upsert(string name, string? configId, string? mode)
    {
        var queue = Queues.Find(queue => queue.Name == name);
        if (queue is null)
        {
            Queues.Add(queue = new EmulatedQueue { Id = NewId("RunQueue"), Name = name });
        }

        queue.DefaultResourceConfigID = configId;
        queue.PrioritizationMode = mode;
        return queue;
    }

    internal EmulatedItem? Push(string queueName, string spec, int? priority, string? values)
    {
        if (Queues.Find(queue => queue.Name == queueName) is not { } queue)
        {
            return null;
        }

        var item = new EmulatedItem
        {
            Id = NewId("RunQueueItem"),
            RunSpec = Merged(queue, JsonNode.Parse(spec)!.AsObject(), values),
            Priority = queue.PrioritizationMode == "V0" ? priority ?? 2 : 2,
        };
        queue.Items.Add(item);
        return item;
    }

    internal EmulatedItem? Pop(string queueName)
    {
        var item = Queues.Find(queue => queue.Name == queueName)?.Items.Where(item => item.State == "PENDING").MinBy(item => item.Priority);
        if (item is not null)
        {
            item.State = "LEASED";
            item.LeasedUntil = time.GetUtcNow() + Lease;
        }

        return item;
    }

    /// <summary>What was not acknowledged in time waits again.</summary>
    private void Settle()
    {
        foreach (
            var item in Queues
                .SelectMany(queue => queue.Items)
                .Where(item => item.State == "LEASED" && item.LeasedUntil <= time.GetUtcNow())
        )
        {
            item.State = "PENDING";
        }
    }

    /// <summary>The job's options over the queue's, with the template variables' values.</summary>
    private string Merged(EmulatedQueue queue, JsonObject spec, string? values)
    {
        var config = queue.DefaultResourceConfigID is { } id ? Configs[id].Config : "{}";
        foreach (var (name, value) in values is null ? [] : JsonNode.Parse(values)!.AsObject())
        {
            config = config.Replace("{{" + name + "}}", value!.ToString(), StringComparison.Ordinal);
        }

        var arguments = JsonNode.Parse(config)?["resource_args"]?["local-container"]?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in spec["resource_args"]?["local-container"]?.AsObject() ?? [])
        {
            arguments[name] = value?.DeepClone();
        }

        spec["resource_args"] = new JsonObject { ["local-container"] = arguments };
        return spec.ToJsonString();
    }
}
