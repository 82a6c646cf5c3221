using LaunchSdk.Agent.Settings;

namespace LaunchSdk.Cli.Queues;

/// <summary>The log file that an agent of this machine keeps of a job.</summary>
internal static class JobLogFile
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Where it is, if there is one.</summary>
    public static string PathOf(ToolConsole console, string itemId) =>
        Path.Combine(AgentSettings.Resolve(null, console.Environment, null).Options.LogFolder!, $"{itemId}.log");

    /// <summary>Writes the file as it grows, until the job has ended and all of it is written. False where there was no file.</summary>
    /// <param name="path">The file; it may come later.</param>
    /// <param name="output">Gets its bytes.</param>
    /// <param name="ended">Says that the job has ended: what is there then is all.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<bool> FollowAsync(string path, Stream output, CancellationToken ended, CancellationToken cancellationToken)
    {
        while (!File.Exists(path) && !ended.IsCancellationRequested)
        {
            await PauseAsync(ended, cancellationToken).ConfigureAwait(false);
        }

        if (!File.Exists(path))
        {
            return false;
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var disposal = file.ConfigureAwait(false);
        var isLast = false;
        while (true)
        {
            await file.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (isLast)
            {
                return true;
            }

            await PauseAsync(ended, cancellationToken).ConfigureAwait(false);

            // Once more after the end: what was written before it is in the file by then.
            isLast = ended.IsCancellationRequested;
        }
    }

    private static async Task PauseAsync(CancellationToken ended, CancellationToken cancellationToken)
    {
        await Task.Delay(Pause, TimeProvider.System, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
