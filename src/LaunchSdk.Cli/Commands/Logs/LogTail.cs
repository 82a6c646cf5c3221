using System.Text;
using LaunchSdk.Agent.Submitting;

namespace LaunchSdk.Cli.Commands.Logs;

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
        var files = job.LogFiles;
        if (files.Count > 0 && tail is null)
        {
            var whole = new JoinedFiles(OpenAll(files));
            await using var disposal = whole.ConfigureAwait(false);
            await whole.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var lines = files.Count > 0 ? ReadLines(files) : job.Item.Outcome?.LogTail ?? [];
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

    private static IEnumerable<FileStream> OpenAll(IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            // Newer parts may have taken the place of one meanwhile.
            if (File.Exists(file))
            {
                yield return Open(file);
            }
        }
    }

    // Its agent may be writing to it, or put another in its place.
    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static IEnumerable<string> ReadLines(IReadOnlyList<string> files)
    {
        using var reader = new StreamReader(new JoinedFiles(OpenAll(files)));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
