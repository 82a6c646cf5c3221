using LaunchSdk.Agent.Queues;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Queues;

/// <summary>Queues that a command line names.</summary>
internal static class QueueNames
{
    /// <summary>The queue of a name.</summary>
    /// <param name="backend">Has the queues.</param>
    /// <param name="queue">The name.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The queue.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no such queue; the message has the nearest name that there is.</exception>
    public static async Task<RunQueue> GetAsync(IRunQueueReader backend, string queue, CancellationToken cancellationToken)
    {
        if (await backend.FindQueueAsync(queue, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        var all = await backend.ListQueuesAsync(cancellationToken).ConfigureAwait(false);
        var wayOut = WayOut(queue, [.. all.Select(static other => other.Name)]);
        throw new RunQueueNotFoundException($"there is no queue '{queue}' in {backend.Description}: {wayOut}");
    }

    private static string WayOut(string queue, string[] names)
    {
        if (names.Length == 0)
        {
            return "it has none; create one with launch queue create FILE";
        }

        var nearest = NearestName.Find(queue, names);
        return nearest.Count > 0 ? $"did you mean {string.Join(" or ", nearest)}?" : $"it has {string.Join(", ", names)}";
    }
}
