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
        var hasFile = File.Exists(job.LogFile);
        if (hasFile && tail is null)
        {
            await CopyAsync(job.LogFile, output, cancellationToken).ConfigureAwait(false);
            return;
        }

        var lines = hasFile ? ReadLines(job.LogFile) : job.Item.Outcome?.LogTail ?? [];
        foreach (var line in tail is { } count ? lines.TakeLast(count) : lines)
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a whole log.</summary>
    public static async Task CopyAsync(string path, Stream output, CancellationToken cancellationToken)
    {
        var file = Open(path);
        await using var disposal = file.ConfigureAwait(false);
        await file.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    // Its agent may be writing to it, or put another in its place.
    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static IEnumerable<string> ReadLines(string path)
    {
        using var reader = new StreamReader(Open(path));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
