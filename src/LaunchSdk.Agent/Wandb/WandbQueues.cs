using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Wandb.Client;

namespace LaunchSdk.Agent.Wandb;

/// <summary>Queues and their definitions; what is known is believed for a heartbeat's time.</summary>
internal sealed class WandbQueues(GraphQLClient client, WandbOptions options)
{
    private readonly ConcurrentDictionary<string, (QueueDefinition Queue, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    /// <summary>A queue's definition, not older than a heartbeat.</summary>
    /// <exception cref="RunQueueNotFoundException">There is none of that name.</exception>
    public async Task<QueueDefinition> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(name, out var known) && options.TimeProvider.GetUtcNow() - known.At < options.Heartbeat)
        {
            return known.Queue;
        }

        return await ReadAsync(await FreshAsync(name, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A queue as the server has it now.</summary>
    /// <exception cref="RunQueueNotFoundException">There is none of that name.</exception>
    public async Task<RunQueueNode> FreshAsync(string name, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken).ConfigureAwait(false)
        ?? throw new RunQueueNotFoundException(
            $"'{options.Entity}' has no queue '{name}' at {options.BaseUrl}: create it, or check its name and the entity"
        );

    /// <summary>A queue as the server has it now; null where there is none.</summary>
    public async Task<RunQueueNode?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var project = await client
                .CallAsync("project", Operations.Queue, Variables(name), WandbJson.Default.ProjectNode, cancellationToken)
                .ConfigureAwait(false);
            return project?.RunQueue is { } node ? node with { Name = name } : null;
        }
        catch (RunQueueNotFoundException)
        {
            return null;
        }
    }

    /// <summary>All queues, by name.</summary>
    public async Task<IReadOnlyList<RunQueueNode>> ListAsync(CancellationToken cancellationToken)
    {
        var project = await client
            .CallAsync("project", Operations.Queues, Variables(), WandbJson.Default.ProjectNode, cancellationToken)
            .ConfigureAwait(false);
        return [.. (project?.RunQueues ?? []).Where(queue => queue?.Name is not null).OrderBy(queue => queue.Name, StringComparer.Ordinal)];
    }

    /// <summary>Reads a queue's definition.</summary>
    public async Task<QueueDefinition> ReadAsync(RunQueueNode node, CancellationToken cancellationToken)
    {
        ResourceConfigNode? config = null;
        if (node.DefaultResourceConfigID is { Length: > 0 } id)
        {
            var variables = new JsonObject { ["entity"] = options.Entity, ["id"] = id };
            config = (
                await client
                    .CallAsync("entity", Operations.Config, variables, WandbJson.Default.EntityNode, cancellationToken)
                    .ConfigureAwait(false)
            )?.DefaultResourceConfig;
        }

        var schemas = (config?.TemplateVariables ?? [])
            .Where(variable => variable?.Name is not null)
            .Select(variable => KeyValuePair.Create<string, JsonNode?>(variable.Name!, RunSpec.Object(variable.Schema)));
        var queue = QueueDefinition.Read(
            node.Name!,
            node.Id ?? string.Empty,
            node.PrioritizationMode,
            config is null ? null : RunSpec.Object(config.Config),
            schemas
        );
        _known[node.Name!] = (queue, options.TimeProvider.GetUtcNow());
        return queue;
    }

    /// <summary>Forgets what is known of a queue: it was changed here.</summary>
    public void Forget(string name) => _known.TryRemove(name, out _);

    /// <summary>The variables that say where queues are.</summary>
    public JsonObject Variables(string? queue = null)
    {
        var variables = new JsonObject { ["entity"] = options.Entity, ["project"] = options.QueueProject };
        if (queue is not null)
        {
            variables["queue"] = queue;
        }

        return variables;
    }
}
