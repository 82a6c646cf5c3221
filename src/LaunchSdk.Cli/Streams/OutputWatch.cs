namespace LaunchSdk.Cli.Streams;

/// <summary>Ends work whose output nobody reads any more, also while there is nothing to write: <c>launch run ... | head -1</c>.</summary>
internal static class OutputWatch
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(200);

    /// <summary>Does something whose result is its output.</summary>
    /// <param name="outputs">Where its output goes; only the process's own streams can lose their reader.</param>
    /// <param name="consequence">What becomes of the work where its output fails, for the message.</param>
    /// <param name="action">The work. Its token is cancelled when a reader is gone.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="OutputFailedException">A reader is gone, or an output cannot be written.</exception>
    public static async Task<T> RunAsync<T>(
        IReadOnlyList<Stream> outputs,
        string? consequence,
        Func<CancellationToken, Task<T>> action,
        CancellationToken cancellationToken
    )
    {
        using var over = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        var gone = new TaskCompletionSource<OutputFailedException>(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var output in outputs.OfType<StandardOutput>())
        {
            Watch(output, gone, over.Token);
        }

        _ = gone.Task.ContinueWith(_ => over.Cancel(), over.Token, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        try
        {
            return await action(stop.Token).ConfigureAwait(false);
        }
        catch (OutputFailedException failure)
        {
            throw failure.With(consequence);
        }
        catch (OperationCanceledException) when (gone.Task.IsCompleted && !cancellationToken.IsCancellationRequested)
        {
            throw (await gone.Task.ConfigureAwait(false)).With(consequence);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
        }
    }

    private static void Watch(StandardOutput output, TaskCompletionSource<OutputFailedException> gone, CancellationToken over)
    {
        var thread = new Thread(Look) { IsBackground = true, Name = "launch output" };
        thread.Start();

        void Look()
        {
            while (!over.IsCancellationRequested && !gone.Task.IsCompleted)
            {
                if (output.WaitForReaderGone(Slice) is { } failure)
                {
                    gone.TrySetResult(failure);
                }
            }
        }
    }
}
