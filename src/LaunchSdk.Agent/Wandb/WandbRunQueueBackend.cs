using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Wandb.Client;
using LaunchSdk.Agent.Wandb.Journal;

namespace LaunchSdk.Agent.Wandb;

/// <summary>
/// Queues at W&amp;B. Its operations say less than <see cref="IRunQueueBackend"/> asks; what they leave out a journal on this machine
/// keeps, and docs/wandb.md names each difference. Tested against an emulator of the operations, not against W&amp;B's servers.
/// </summary>
public sealed partial class WandbRunQueueBackend : IRunQueueBackend
{
    private readonly WandbOptions _options;
    private readonly WandbHttp _http;
    private readonly GraphQLClient _client;
    private readonly WandbQueues _queues;
    private readonly WandbItems _items;
    private readonly WandbAgents _agents;
    private readonly IRunQueueJournal _journal;
    private readonly Lock _lock = new();
    private readonly List<WandbChanges> _listeners = [];
    private int _isDisposed;

    /// <summary>Talks to a server; nothing is sent before the first call.</summary>
    /// <param name="options">Which server, as whom.</param>
    /// <exception cref="ArgumentException">There is no key, or no entity.</exception>
    public WandbRunQueueBackend(WandbOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ApiKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Entity);
        _options = options;
        _journal = options.Journal ?? new MemoryJournal();
        _http = new WandbHttp(options);
        _client = new GraphQLClient(_http, options);
        _queues = new WandbQueues(_client, options);
        _items = new WandbItems(_client, options, _queues);
        _agents = new WandbAgents(_client, options, _queues);
    }

    /// <inheritdoc/>
    public string Description => $"W&B {_options.BaseUrl.Authority}, entity {_options.Entity}";

    /// <inheritdoc/>
    public async Task<RunQueue> CreateQueueAsync(DockerQueue queue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentException.ThrowIfNullOrEmpty(queue.Name);
        var project = new JsonObject { ["name"] = _options.QueueProject, ["entity"] = _options.Entity };
        await _client
            .CallAsync("upsertModel", Operations.CreateProject, project, CallKind.Repeatable, cancellationToken)
            .ConfigureAwait(false);
        if (await _queues.FindAsync(queue.Name, cancellationToken).ConfigureAwait(false) is not null)
        {
            throw new RunQueueRefusedException(
                $"'{_options.Entity}' has a queue '{queue.Name}' already: update it, or choose another name"
            );
        }

        return await UpsertAsync(queue, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<RunQueue> UpdateQueueAsync(DockerQueue queue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentException.ThrowIfNullOrEmpty(queue.Name);
        _ = await _queues.FreshAsync(queue.Name, cancellationToken).ConfigureAwait(false);
        return await UpsertAsync(queue, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteQueueAsync(string queue, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        var node = await _queues.FreshAsync(queue, cancellationToken).ConfigureAwait(false);
        var open = Count(node, RunQueueItemState.Queued) + await CountRunningAsync(node, cancellationToken).ConfigureAwait(false);
        if (open > 0)
        {
            throw new RunQueueRefusedException($"{open} items of the queue '{queue}' wait or run: let them end or remove them first");
        }

        var deleted = await _client
            .CallAsync(
                "deleteRunQueues",
                Operations.DeleteQueue,
                new JsonObject { ["id"] = node.Id },
                WandbJson.Default.SuccessPayload,
                cancellationToken
            )
            .ConfigureAwait(false);
        _queues.Forget(queue);
        if (deleted?.Success != true)
        {
            throw new RunQueueRefusedException($"W&B did not delete the queue '{queue}'");
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunQueue>> ListQueuesAsync(CancellationToken cancellationToken = default)
    {
        var list = new List<RunQueue>();
        foreach (var node in await _queues.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            list.Add(await QueueAsync(node, cancellationToken).ConfigureAwait(false));
        }

        return list;
    }

    /// <inheritdoc/>
    public async Task<RunQueue?> FindQueueAsync(string queue, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        return await _queues.FindAsync(queue, cancellationToken).ConfigureAwait(false) is { } node
            ? await QueueAsync(node, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <inheritdoc/>
    public Task<IRunQueueChanges> SubscribeAsync(CancellationToken cancellationToken = default)
    {
        var changes = new WandbChanges(
            _options,
            left =>
            {
                lock (_lock)
                {
                    _listeners.Remove(left);
                }
            }
        );
        lock (_lock)
        {
            _listeners.Add(changes);
        }

        return Task.FromResult<IRunQueueChanges>(changes);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        await _agents.LeaveAsync().ConfigureAwait(false);
        _agents.Dispose();
        await _journal.DisposeAsync().ConfigureAwait(false);
        _http.Dispose();
    }

    private void Hurry(bool atOnce)
    {
        lock (_lock)
        {
            _listeners.ForEach(listener => listener.Hurry(atOnce));
        }
    }

    private async Task<RunQueue> UpsertAsync(DockerQueue queue, CancellationToken cancellationToken)
    {
        var (config, variables) = QueueDefinition.Write(queue);
        var call = _queues.Variables(queue.Name);
        call["config"] = config;
        call["variables"] = variables;
        call["mode"] = queue.PrioritizationMode is PrioritizationMode.V0 ? "V0" : null;
        UpsertQueuePayload? answer;
        try
        {
            answer = await _client
                .CallAsync("upsertRunQueue", Operations.UpsertQueue, call, WandbJson.Default.UpsertQueuePayload, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (RunQueueRefusedException error) when (error.Errors.Any(text => text.Contains("upsertRunQueue", StringComparison.Ordinal)))
        {
            answer = await CreateTheOldWayAsync(call, cancellationToken).ConfigureAwait(false);
        }

        _queues.Forget(queue.Name!);
        List<string> errors = [.. (answer?.ConfigSchemaValidationErrors ?? []).OfType<string>().Select(_http.Mask.Line)];
        if (answer?.Success != true || errors.Count > 0)
        {
            throw new RunQueueRefusedException(
                $"W&B {(answer?.Success == true ? "stored but does not accept" : "refuses")} the definition of the queue '{queue.Name}'{(errors.Count > 0 ? ": " + string.Join("; ", errors) : string.Empty)}",
                errors.Count > 0 ? errors : null
            );
        }

        return await QueueAsync(await _queues.FreshAsync(queue.Name!, cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>For servers that do not know upsertRunQueue; they check nothing.</summary>
    private async Task<UpsertQueuePayload> CreateTheOldWayAsync(JsonObject call, CancellationToken cancellationToken)
    {
        var variables = new JsonObject
        {
            ["entity"] = _options.Entity,
            ["config"] = call["config"]!.DeepClone(),
            ["variables"] = call["variables"]!.DeepClone(),
        };
        var config = await _client
            .CallAsync(
                "createDefaultResourceConfig",
                Operations.CreateConfig,
                variables,
                WandbJson.Default.CreateConfigPayload,
                cancellationToken
            )
            .ConfigureAwait(false);
        var queue = _queues.Variables(call["queue"]!.GetValue<string>());
        queue["mode"] = call["mode"]?.DeepClone();
        queue["config"] = config?.DefaultResourceConfigID;
        var created =
            config?.Success == true
                ? await _client
                    .CallAsync("createRunQueue", Operations.CreateQueue, queue, WandbJson.Default.SuccessPayload, cancellationToken)
                    .ConfigureAwait(false)
                : null;
        return new UpsertQueuePayload(created?.Success, null);
    }

    private async Task<RunQueue> QueueAsync(RunQueueNode node, CancellationToken cancellationToken)
    {
        var definition = await _queues.ReadAsync(node, cancellationToken).ConfigureAwait(false);
        return new RunQueue(
            node.Name!,
            definition.Definition ?? new DockerQueue { Name = node.Name },
            DateTimeOffset.UnixEpoch,
            Count(node, RunQueueItemState.Queued),
            await CountRunningAsync(node, cancellationToken).ConfigureAwait(false)
        );
    }

    /// <summary>Those that agents have. The server takes an item for running after its end too, until its run says so.</summary>
    private async Task<long> CountRunningAsync(RunQueueNode node, CancellationToken cancellationToken)
    {
        var running = 0L;
        foreach (
            var item in (node.RunQueueItems?.Nodes ?? []).Where(item =>
                WandbItemStates.Read(item.State) is RunQueueItemState.Pending or RunQueueItemState.Running
            )
        )
        {
            var entry = item.Id is { Length: > 0 } id ? await _journal.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
            running += entry?.EndedAt is null ? 1 : 0;
        }

        return running;
    }

    private static long Count(RunQueueNode node, RunQueueItemState state) =>
        (node.RunQueueItems?.Nodes ?? []).Count(item => WandbItemStates.Read(item.State) == state);
}
