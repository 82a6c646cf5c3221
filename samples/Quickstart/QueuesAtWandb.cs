using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Wandb;
using LaunchSdk.Agent.Wandb.Journal;

namespace Quickstart;

/// <summary>Queues that W&amp;B keeps.</summary>
internal static class QueuesAtWandb
{
    /// <summary>The queues of a team at W&amp;B, with how many jobs wait on each.</summary>
    public static async Task ListAsync(CancellationToken cancellationToken)
    {
        var options = new WandbOptions
        {
            Entity = "my-team",
            ApiKey = WandbApiKey.Find(given: null, WandbOptions.DefaultBaseUrl) ?? throw new InvalidOperationException("set WANDB_API_KEY"),
        };
        options = options with { Journal = new SqliteJournal(options.JournalPath()) };
        await using var backend = new WandbRunQueueBackend(options);

        foreach (RunQueue queue in await backend.ListQueuesAsync(cancellationToken))
        {
            Console.WriteLine($"{queue.Name}: {queue.Waiting} wait");
        }
    }
}
