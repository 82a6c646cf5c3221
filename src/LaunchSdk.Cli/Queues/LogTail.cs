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
        if (File.Exists(job.LogFile))
        {
            // Its agent may be writing to it.
            var file = new FileStream(job.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var disposal = file.ConfigureAwait(false);
            await (tail is { } last ? WriteLinesAsync(ReadLines(file).TakeLast(last), output, cancellationToken) : file.CopyToAsync(output, cancellationToken)).ConfigureAwait(false);
            return;
        }

        IEnumerable<string> lines = job.Item.Outcome?.LogTail ?? [];
        await WriteLinesAsync(tail is { } count ? lines.TakeLast(count) : lines, output, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<string> ReadLines(FileStream file)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static async Task WriteLinesAsync(IEnumerable<string> lines, Stream output, CancellationToken cancellationToken)
    {
        foreach (var line in lines)
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
