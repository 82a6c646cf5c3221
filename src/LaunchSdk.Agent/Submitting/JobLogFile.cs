namespace LaunchSdk.Agent.Submitting;

/// <summary>The log file that an agent of this machine keeps of a job.</summary>
internal static class JobLogFile
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Writes the file as it grows, until the job has ended and all of it is written. False where there was no file.</summary>
    /// <param name="path">The file; it may come later. Where it is begun anew, it begins with the same bytes, so reading goes on where it was.</param>
    /// <param name="output">Gets its bytes.</param>
    /// <param name="timeProvider">The clock of the looks at the file.</param>
    /// <param name="ended">Says that the job has ended: what is there then is all.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<bool> FollowAsync(string path, Stream output, TimeProvider timeProvider, CancellationToken ended, CancellationToken cancellationToken)
    {
        while (!File.Exists(path) && !ended.IsCancellationRequested)
        {
            await PauseAsync(timeProvider, ended, cancellationToken).ConfigureAwait(false);
        }

        if (!File.Exists(path))
        {
            return false;
        }

        var position = 0L;
        var isLast = false;
        while (true)
        {
            position = await CopyAsync(path, position, output, cancellationToken).ConfigureAwait(false);
            if (isLast)
            {
                return true;
            }

            // Once more after the end: what was written before it is in the file by then.
            isLast = ended.IsCancellationRequested;
            if (!isLast)
            {
                await PauseAsync(timeProvider, ended, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Opened anew each time: an agent that takes a job over may have put another file in the place of this one.
    private static async Task<long> CopyAsync(string path, long position, Stream output, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var disposal = file.ConfigureAwait(false);
        if (file.Length <= position)
        {
            return position;
        }

        file.Position = position;
        await file.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return file.Position;
    }

    private static async Task PauseAsync(TimeProvider timeProvider, CancellationToken ended, CancellationToken cancellationToken)
    {
        await Task.Delay(Pause, timeProvider, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
