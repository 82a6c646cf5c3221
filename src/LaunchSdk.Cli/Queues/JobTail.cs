using System.Text;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Cli.Queues;

/// <summary>The last lines of a job as its agent reported them.</summary>
internal static class JobTail
{
    /// <summary>Writes them; nothing where there are none.</summary>
    public static async Task WriteAsync(RunQueueItem item, Stream output, CancellationToken cancellationToken)
    {
        var text = string.Concat((item.Outcome?.LogTail ?? []).Select(static line => line + "\n"));
        await output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
