using System.Text;
using LaunchSdk.Agent.Submitting;

namespace LaunchSdk.Cli.Queues;

/// <summary>What is kept of a job's output without its container.</summary>
internal static class LogTail
{
    /// <summary>Writes the log of an agent on this machine, else the last lines that the agent reported.</summary>
    /// <param name="job">The job.</param>
    /// <param name="tail">How many of the last lines; null for all.</param>
    /// <param name="output">Gets them.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task WriteAsync(SubmittedJob job, int? tail, Stream output, CancellationToken cancellationToken)
    {
        if (tail is null && File.Exists(job.LogFile))
        {
            var file = new FileStream(job.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var disposal = file.ConfigureAwait(false);
            await file.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
            return;
        }

        var lines = File.Exists(job.LogFile) ? File.ReadLines(job.LogFile) : job.Item.Outcome?.LogTail ?? [];
        foreach (var line in tail is { } count ? lines.TakeLast(count) : lines)
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
