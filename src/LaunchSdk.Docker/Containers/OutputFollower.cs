using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Telemetry;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Follows a container's output to its end, also over broken connections: what was written meanwhile is read from the engine's logs, from
/// the very byte on.
/// </summary>
internal sealed class OutputFollower(DockerEngine engine, ContainerWatch watch, RunOutput output, bool tty, ILogger logger)
{
    // A stream that ends just before the exit is told of has come to its end; dockerd closes it first.
    private static readonly TimeSpan EndsTogether = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // From a container's end on. An engine closes its streams with the end; logs it first has to write.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestSilenceOfLogs = TimeSpan.FromSeconds(30);

    private const int MostFailures = 3;

    private readonly ContainerRequests _requests = new(engine);

    private bool _brokeOff;

    /// <summary>What was not handed over; null where all was.</summary>
    public OutputLostException? Loss { get; private set; }

    /// <summary>Follows the output of a container that was found again: nothing but the engine's logs has all of it.</summary>
    /// <exception cref="ReceiverException">The receiver threw.</exception>
    public Task FollowLogsAsync()
    {
        _brokeOff = true;
        return ReadLogsAsync();
    }

    /// <summary>Follows an attached stream.</summary>
    /// <exception cref="ReceiverException">The receiver threw.</exception>
    public async Task FollowAsync(AttachSession attach)
    {
        try
        {
            if (!await EndsAsync(attach.OutputEnded, attach.Waiting, LongestSilence).ConfigureAwait(false))
            {
                // Its thread writes to the output until it has ended.
                await attach.DisposeAsync().ConfigureAwait(false);
                await attach.OutputEnded.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _brokeOff = true;
            }
            else
            {
                await attach.OutputEnded.ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is not (ReceiverException or OperationCanceledException))
        {
            _brokeOff = true;
        }

        if (_brokeOff || !await IsOverAsync().ConfigureAwait(false))
        {
            await ReadLogsAsync().ConfigureAwait(false);
        }
    }

    // From where the receiver is, to the container's end.
    private async Task ReadLogsAsync()
    {
        var failures = 0;
        long? failedSince = null;
        while (!watch.NotWanted.IsCancellationRequested && !watch.Exited.IsFaulted)
        {
            var rest = new SkippedOutput(output.StdoutBytes, output.StderrBytes, output);
            var wasOver = watch.Exited.IsCompleted;
            try
            {
                if (!await ReadOnceAsync(rest).ConfigureAwait(false))
                {
                    Lose("the container was removed before it could be read from the logs");
                    return;
                }

                if (rest.EndedEarly && watch.Exited.IsCompleted)
                {
                    Lose("the engine has thrown away the beginning of its logs (log option max-size)");
                    return;
                }

                // An engine that goes down ends the stream as an engine does whose container has ended.
                if (wasOver || await IsOverAsync().ConfigureAwait(false))
                {
                    return;
                }
            }
            catch (LogsNotReadableException e)
            {
                Lose(e.EngineMessage);
                return;
            }
            catch (OperationCanceledException) when (!watch.NotWanted.IsCancellationRequested)
            {
                Lose("the engine's logs do not come to their end");
                return;
            }
            catch (DockerEngineException e)
            {
                failedSince ??= engine.TimeProvider.GetTimestamp();
                var isTooMuch =
                    e is DockerEngineUnavailableException
                        ? engine.TimeProvider.GetElapsedTime(failedSince.Value) > watch.ReconnectTime
                        : ++failures >= MostFailures;
                if (watch.Exited.IsFaulted || (wasOver && isTooMuch))
                {
                    Lose(e.Message);
                    return;
                }
            }

            await Task.Delay(Pause, engine.TimeProvider, watch.NotWanted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> ReadOnceAsync(SkippedOutput rest)
    {
        var waiting = new ReadWaiting(engine.TimeProvider);
        using var given = CancellationTokenSource.CreateLinkedTokenSource(watch.NotWanted);
        var reading = ContainerLogs.ReadAsync(
            engine,
            watch.Id,
            tty,
            new ContainerLogOptions { Follow = true }.ToQuery(),
            rest,
            given.Token,
            waiting
        );
        if (!await EndsAsync(reading, waiting, LongestSilenceOfLogs).ConfigureAwait(false))
        {
            await given.CancelAsync().ConfigureAwait(false);
        }

        return await reading.ConfigureAwait(false);
    }

    // False where the container has ended and the stream does not, though nothing comes by it any more: something between here and the
    // engine keeps it open, or has lost it.
    private async Task<bool> EndsAsync(Task stream, ReadWaiting waiting, TimeSpan longest)
    {
        await Task.WhenAny(stream, watch.Exited).ConfigureAwait(false);
        var exited = engine.TimeProvider.GetTimestamp();
        while (!stream.IsCompleted && !watch.NotWanted.IsCancellationRequested)
        {
            if (waiting.Length >= longest && engine.TimeProvider.GetElapsedTime(exited) >= longest)
            {
                return false;
            }

            await Task.WhenAny(stream, Task.Delay(Pause, engine.TimeProvider, watch.NotWanted)).ConfigureAwait(false);
        }

        return true;
    }

    // Reading from the logs what has come already takes long where much has been written, so it is made sure first that there is anything
    // to read.
    private async Task<bool> IsOverAsync() => await HasEndedAsync().ConfigureAwait(false) || await IsEndingAsync().ConfigureAwait(false);

    // Of a container that wrote much the engine first writes the rest to its log, for up to 12 s, and tells of the end afterwards. A
    // question about the container waits so long.
    private async Task<bool> IsEndingAsync()
    {
        try
        {
            return !watch.Interrupted.IsCompleted
                && (await _requests.InspectAsync(watch.Id, watch.NotWanted).ConfigureAwait(false)).Container?.State.Running != true
                && !watch.Interrupted.IsCompleted;
        }
        catch (Exception e) when (e is DockerEngineException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    private async Task<bool> HasEndedAsync()
    {
        using var deadline = new LinkedDeadline(EndsTogether, engine.TimeProvider, watch.NotWanted);
        var first = await Task.WhenAny(
                watch.Exited,
                watch.Interrupted,
                Task.Delay(Timeout.InfiniteTimeSpan, engine.TimeProvider, deadline.Token)
            )
            .ConfigureAwait(false);
        return first == watch.Exited && !watch.Interrupted.IsCompleted;
    }

    // A container may close its streams long before it ends; then there is nothing to miss.
    private void Lose(string reason)
    {
        if (!_brokeOff && !watch.Interrupted.IsCompleted)
        {
            return;
        }

        Loss = new OutputLostException(watch.Id, reason);
        logger.OutputLost(ContainerRequests.Short(watch.Id), reason);
    }
}
