using LaunchSdk.Agent.Queues;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Queues;

/// <summary>Names of queues in messages.</summary>
internal static class QueueNames
{
    /// <summary>The failure of a queue that is not there, with the nearest name that is.</summary>
    public static async Task<RunQueueNotFoundException> MissingAsync(
        IRunQueueReader backend,
        string queue,
        CancellationToken cancellationToken
    )
    {
        var names = (await backend.ListQueuesAsync(cancellationToken).ConfigureAwait(false)).Select(static other => other.Name).ToArray();
        var nearest = NearestName.Find(queue, names);
        var wayOut =
            nearest.Count > 0 ? $"did you mean {string.Join(" or ", nearest)}?"
            : names.Length > 0 ? $"it has {string.Join(", ", names)}"
            : "it has none; create one with launch queue create FILE";
        return new RunQueueNotFoundException($"there is no queue '{queue}' in {backend.Description}: {wayOut}");
    }
}
