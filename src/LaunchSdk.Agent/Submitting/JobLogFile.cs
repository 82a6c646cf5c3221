using LaunchSdk.Agent.Containers;

namespace LaunchSdk.Agent.Submitting;

/// <summary>A file that an agent of this machine keeps of a job, while somebody reads it.</summary>
/// <param name="path">
/// The file; it may come later. Where it is begun anew, it begins with the same bytes, so reading goes on where it was.
/// </param>
/// <param name="output">Gets its bytes.</param>
internal sealed class JobLogFile(string path, Stream output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long _part;
    private long _position;

    /// <summary>Whether the file was there.</summary>
    public bool WasFound { get; private set; }

    /// <summary>
    /// Writes files as they grow, until the job has ended and all of them is written. What is in an earlier one is written before what came
    /// into a later one meanwhile.
    /// </summary>
    /// <param name="files">The files.</param>
    /// <param name="timeProvider">The clock of the looks at them.</param>
    /// <param name="ended">Says that the job has ended: what is there then is all.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task FollowAsync(
        IReadOnlyList<JobLogFile> files,
        TimeProvider timeProvider,
        CancellationToken ended,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            // Looked at before the files: once more after the end, what was written before it is in them.
            var isLast = ended.IsCancellationRequested;
            foreach (var file in files)
            {
                await file.CopyAsync(cancellationToken).ConfigureAwait(false);
            }

            if (isLast)
            {
                return;
            }

            await Task.Delay(Pause, timeProvider, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // Looked up before what is there is read: a part that has a next one is whole.
    internal async Task CopyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = JobLogParts.Next(path, _part);
            await CopyPartAsync(JobLogParts.PathOf(path, _part), cancellationToken).ConfigureAwait(false);
            if (next is null)
            {
                return;
            }

            (_part, _position) = (next.Value, 0);
        }
    }

    // Opened anew each time: an agent that takes a job over may have put another file in the place of this one.
    private async Task CopyPartAsync(string part, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var disposal = file.ConfigureAwait(false);
            WasFound = true;
            if (file.Length > _position)
            {
                file.Position = _position;
                await file.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
                await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                _position = file.Position;
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // It is not there yet, or newer parts took its place.
        }
    }
}
