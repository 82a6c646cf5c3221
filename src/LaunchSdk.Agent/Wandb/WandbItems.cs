using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Storage;
using LaunchSdk.Agent.Wandb.Client;
using LaunchSdk.Agent.Wandb.Journal;
using LaunchSdk.Documents;

namespace LaunchSdk.Agent.Wandb;

/// <summary>Items at the server, and what it and this machine's journal know of them, put together.</summary>
internal sealed class WandbItems(GraphQLClient client, WandbOptions options, WandbQueues queues)
{
    /// <summary>An item as the server has it now; null where it has none.</summary>
    public async Task<ItemNode?> FindAsync(string queue, string id, CancellationToken cancellationToken)
    {
        var variables = queues.Variables(queue);
        variables["id"] = id;
        try
        {
            var project = await client
                .CallAsync("project", Operations.Item, variables, WandbJson.Default.ProjectNode, cancellationToken)
                .ConfigureAwait(false);
            return project?.RunQueue?.RunQueueItem;
        }
        catch (RunQueueNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The run of an item; null while W&amp;B knows none.</summary>
    public async Task<RunNode?> FindRunAsync(WandbJournalEntry entry, CancellationToken cancellationToken)
    {
        var job = Job(entry);
        if (entry.RunId is null)
        {
            return null;
        }

        var variables = new JsonObject
        {
            ["entity"] = job.Entity ?? options.Entity,
            ["project"] = job.Project,
            ["run"] = entry.RunId,
        };
        try
        {
            var project = await client
                .CallAsync("project", Operations.Run, variables, WandbJson.Default.ProjectNode, cancellationToken)
                .ConfigureAwait(false);
            return project?.Run;
        }
        catch (RunQueueNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Takes an item off its queue at the server.</summary>
    public async Task DeleteAsync(string queue, string id, CancellationToken cancellationToken)
    {
        var node = await queues.FreshAsync(queue, cancellationToken).ConfigureAwait(false);
        await client
            .CallAsync(
                "deleteFromRunQueue",
                Operations.DeleteItem,
                new JsonObject { ["queue"] = node.Id, ["id"] = id },
                WandbJson.Default.SuccessPayload,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>The item that both know; the journal has what W&amp;B does not tell.</summary>
    public RunQueueItem Merge(string queue, ItemNode? node, WandbJournalEntry? entry)
    {
        if (entry is null)
        {
            return new RunQueueItem(
                node!.Id!,
                queue,
                new LaunchJob(),
                WandbItemStates.Read(node.State),
                JobPriority.Medium,
                DateTimeOffset.UnixEpoch
            )
            {
                RunId = node.AssociatedRunId,
            };
        }

        var state =
            entry.State.IsEnded() ? entry.State
            : node is null ? RunQueueItemState.Killed
            : WandbItemStates.Read(node.State);
        return Item(entry) with
        {
            State = state,
            AgentIsSilent = state == RunQueueItemState.Running && IsSilent(entry),
            RunId = entry.RunId ?? node?.AssociatedRunId,
            Outcome =
                entry.Outcome
                ?? (
                    state.IsEnded()
                        ? new RunOutcome(state, node is null ? "removed from the queue" : "ended elsewhere: W&B tells no more")
                        : null
                ),
        };
    }

    /// <summary>The item as the journal has it.</summary>
    public RunQueueItem Item(WandbJournalEntry entry) =>
        new(entry.ItemId, entry.Queue, Job(entry), entry.State, entry.Priority, entry.SubmittedAt)
        {
            Attempt = entry.Attempt,
            Agent = entry.Agent,
            RunId = entry.RunId,
            StartedAt = entry.StartedAt,
            EndedAt = entry.EndedAt,
            AgentIsSilent = entry.State == RunQueueItemState.Running && IsSilent(entry),
            StopRequested = entry.StopRequested,
            Note = entry.Note,
            Outcome = entry.Outcome,
        };

    private bool IsSilent(WandbJournalEntry entry) => entry.IsHeld && entry.LeasedUntil < options.TimeProvider.GetUtcNow();

    /// <summary>The job of an entry.</summary>
    public static LaunchJob Job(WandbJournalEntry entry) => StoredText.ReadJob(entry.Job).Value ?? new LaunchJob();

    /// <summary>A job as entries have it.</summary>
    public static string Text(LaunchJob job) => job.ToText(ConfigFormat.Json);

    /// <summary>The job of an entry with the priority that it was pushed with; run specs have none.</summary>
    public static string Prioritized(string job, JobPriority? priority) =>
        priority is null ? job : Text((StoredText.ReadJob(job).Value ?? new LaunchJob()) with { Priority = priority });
}
