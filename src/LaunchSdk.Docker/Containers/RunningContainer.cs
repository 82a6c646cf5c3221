using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Telemetry;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// A container that was started, by this process or by one before it. Disposing of it does what its <see cref="ContainerDisposal"/> says:
/// leave it running, unless set.
/// </summary>
public sealed class RunningContainer : IAsyncDisposable
{
    // 128 and SIGKILL, which is what the kernel sends.
    private const int KilledCode = 137;

    private readonly RunParts _parts;
    private readonly ContainerRequests _requests;
    private readonly OutputFollower _follower;
    private volatile bool _wasStopped;
    private int _disposed;

    internal RunningContainer(RunParts parts)
    {
        _parts = parts;
        _requests = new ContainerRequests(parts.Engine);
        _follower = new OutputFollower(parts.Engine, parts.Watch, parts.Output, parts.Tty, parts.Logger);
        LaunchTelemetry.Containers.Add(1);
        Exited = ExitAsync();
        Completion = CompleteAsync();
        // Whoever stops listening is not told of a failure by the finalizer of a task.
        Observe(Exited);
        Observe(Completion);
        parts.Watch.Interrupted.ContinueWith(
            _ => parts.Logger.Interrupted(ContainerRequests.Short(Id), parts.Watch.ReconnectTime.TotalSeconds),
            parts.Watch.NotWanted,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default
        );
    }

    /// <summary>The container's id, 64 hexadecimal digits.</summary>
    public string Id => _parts.Id;

    /// <summary>The run's id, the value of the label <see cref="LaunchLabels.Run"/>.</summary>
    public string RunId => _parts.RunId;

    /// <summary>What the engine warned of when it created the container.</summary>
    public IReadOnlyList<string> Warnings => _parts.Warnings;

    /// <summary>
    /// Whether the container has a terminal (docker's option <c>tty</c>): then both of its outputs are one, and it has a size.
    /// </summary>
    public bool HasTerminal => _parts.Tty;

    /// <summary>When the engine started the container, by its own clock; by the client's until the engine told.</summary>
    public DateTimeOffset StartedAt => _parts.Watch.StartedAt ?? _parts.StartedAt;

    /// <summary>The output, for any number of readers; null where the caller gave a receiver of its own.</summary>
    public OutputBroadcast? Output => _parts.Broadcast;

    /// <summary>
    /// The end of the container's first process, and all of its output was handed over. The engine tells of it some ten milliseconds before
    /// it has torn the
    /// network down and removed the container. Fails when the engine is lost for good, and with the exception of
    /// a receiver of the output that throws: then the container goes on without an input until
    /// <see cref="StopAsync(CancellationToken)"/>, or what <see cref="ContainerDisposal"/> says.
    /// </summary>
    public Task<ContainerResult> Exited { get; }

    /// <summary>
    /// The end of the run as <c>docker run</c> has it: as <see cref="Exited"/>, and with automatic removal the container is gone.
    /// </summary>
    public Task<ContainerResult> Completion { get; }

    /// <summary>
    /// Ends the container: its stop signal, after its stop timeout a kill, then verifies that it does not run, also where a restart policy
    /// would start it again.
    /// A container that has ended already is no error. Takes at most the stop timeout and 40 s.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="DockerEngineException">It could not be stopped; the message names the container.</exception>
    public Task<ContainerResult> StopAsync(CancellationToken cancellationToken = default) => StopCoreAsync(null, cancellationToken);

    /// <summary>
    /// Ends the container as <see cref="StopAsync(CancellationToken)"/> does, with another time between stop signal and kill.
    /// </summary>
    /// <param name="timeout">The time, in whole seconds rounded up; zero kills at once.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How the container ended.</returns>
    public Task<ContainerResult> StopAsync(TimeSpan timeout, CancellationToken cancellationToken = default) =>
        StopCoreAsync(timeout, cancellationToken);

    /// <summary>Sends a signal to the container's first process. A container that has ended already is no error.</summary>
    /// <param name="signal">The signal's name or number, such as <c>SIGTERM</c>, <c>HUP</c> or <c>9</c>.</param>
    /// <param name="cancellationToken">Breaks the request off.</param>
    public Task KillAsync(string signal = "KILL", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(signal);
        return _requests.KillAsync(Id, signal, cancellationToken);
    }

    /// <summary>Tells the container's terminal its size. A container that has ended or has no terminal is no error.</summary>
    /// <param name="columns">Characters in a row.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="cancellationToken">Breaks the request off.</param>
    public async Task ResizeAsync(int columns, int rows, CancellationToken cancellationToken = default)
    {
        try
        {
            await _requests.ResizeAsync(Id, columns, rows, cancellationToken).ConfigureAwait(false);
        }
        catch (DockerEngineException)
        {
            // A wrong size harms no run.
        }
    }

    /// <summary>Removes the container with its anonymous volumes; a process in it is killed. One that is gone is no error.</summary>
    /// <param name="cancellationToken">Breaks the request off.</param>
    public Task RemoveAsync(CancellationToken cancellationToken = default) => _requests.RemoveAsync(Id, cancellationToken);

    /// <summary>Attaches once more, from now on: to the output, and to the input where one is given and the container has one.</summary>
    /// <param name="output">Takes the output, without the run's secrets. One that throws ends this attachment, and nothing else.</param>
    /// <param name="input">The input; null for none. Its end is the container's end of input only where that ends with its first client
    /// (StdinOnce, as <c>docker run -i</c> has it).</param>
    /// <returns>Dispose of it to let go.</returns>
    public async Task<IAsyncDisposable> AttachAsync(IContainerOutput output, Stream? input = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        var masked = _parts.Output.Masker.Wrap(output);
        var endsOnce =
            input is null
            || (await _requests.InspectAsync(Id, CancellationToken.None).ConfigureAwait(false)).Container is { Config.StdinOnce: true };
        var streams = new AttachStreams(input is not null, Stdout: true, Stderr: true, _parts.Tty, null) { TellsEndOfInput = endsOnce };
        var session = await AttachSession.OpenAsync(_parts.Engine, Id, streams, masked, input).ConfigureAwait(false);
        _ = CompleteAsync(session.OutputEnded, masked, output);
        return session;
    }

    /// <summary>Reads what the engine's log driver has kept of the output.</summary>
    /// <param name="output">Takes it, without the run's secrets. One that throws ends the reading with its exception.</param>
    /// <param name="options">Which part; null for all that is there.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="LogsNotReadableException">The log driver cannot be read.</exception>
    public async Task ReadLogsAsync(
        IContainerOutput output,
        ContainerLogOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        var masked = _parts.Output.Masker.Wrap(output);
        await ContainerLogs.ReadForCallerAsync(_parts.Engine, Id, _parts.Tty, options, masked, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Lets go of the container's streams, after what the disposal policy says. A clean-up that fails is logged, not thrown: the labels are
    /// left to find it by.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        try
        {
            await CleanUpAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is DockerEngineException or OperationCanceledException)
        {
            _parts.Logger.LeftBehind(ContainerRequests.Short(Id), RunId, e.Message);
        }

        if (_parts.Attach is { } attach)
        {
            await attach.DisposeAsync().ConfigureAwait(false);
        }

        if (_parts.Input is { } input)
        {
            await input.DisposeAsync().ConfigureAwait(false);
        }

        _parts.Watch.Dispose();
    }

    private static void Observe(Task task) =>
        task.ContinueWith(
            static ended => ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );

    // After its own exception a receiver gets no more output, but it learns that it is over.
    private static async Task CompleteAsync(Task ended, IContainerOutput masked, IContainerOutput receiver)
    {
        try
        {
            await ended.ConfigureAwait(false);
            masked.Complete(null);
        }
        catch (ReceiverException e)
        {
            receiver.Complete(e.InnerException);
        }
        catch (Exception e)
            when (e
                    is DockerEngineException
                        or IOException
                        or System.Net.Sockets.SocketException
                        or OperationCanceledException
                        or ObjectDisposedException
            )
        {
            masked.Complete(e);
        }
    }

    private async Task CleanUpAsync()
    {
        if (_parts.Disposal != ContainerDisposal.LeaveRunning && !_parts.Watch.Exited.IsCompletedSuccessfully)
        {
            await StopAsync(CancellationToken.None).ConfigureAwait(false);
        }

        if (_parts.Disposal == ContainerDisposal.Remove)
        {
            using var deadline = new CancellationTokenSource(ContainerStop.AnswerTime, _parts.Engine.TimeProvider);
            await _requests.RemoveAsync(Id, deadline.Token).ConfigureAwait(false);
        }
    }

    private async Task<ContainerResult> StopCoreAsync(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        _wasStopped |= !_parts.Watch.Exited.IsCompleted;
        var begun = _parts.Engine.TimeProvider.GetTimestamp();
        await new ContainerStop(_parts.Engine, Id, _parts.Logger)
            .RunAsync(_parts.StopTimeout, timeout, cancellationToken)
            .ConfigureAwait(false);
        // An engine tells of the end of a container that wrote much only when its log is written: it gets what the earlier answers did not
        // need.
        var left = ContainerStop.BoundOf(_parts.StopTimeout, timeout) - _parts.Engine.TimeProvider.GetElapsedTime(begun);
        using var verified = new LinkedDeadline(
            left > ContainerStop.AnswerTime ? left.Value : ContainerStop.AnswerTime,
            _parts.Engine.TimeProvider,
            cancellationToken
        );
        try
        {
            var exit = await _parts.Watch.Exited.WaitAsync(verified.Token).ConfigureAwait(false);
            await _parts.Watch.Removed.WaitAsync(verified.Token).ConfigureAwait(false);
            await ((Task)Exited).WaitAsync(verified.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return Result(exit, EndState);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DockerEngineException(
                $"stopping the container {ContainerRequests.Short(Id)}",
                "it has ended, but the engine did not tell how, or did not remove it",
                $"Look at the engine's log, then `docker rm --force {ContainerRequests.Short(Id)}`",
                e
            );
        }
    }

    private ContainerEnd EndState => _parts.Watch.AutoRemove ? ContainerEnd.Removed : ContainerEnd.Exited;

    private Task FollowOutputAsync()
    {
        if (_parts.Attach is { } attach)
        {
            return _follower.FollowAsync(attach);
        }

        return _parts.FollowLogs ? _follower.FollowLogsAsync() : Task.CompletedTask;
    }

    private async Task<ContainerResult> ExitAsync()
    {
        Exception? failure = null;
        try
        {
            var output = FollowOutputAsync();
            // A receiver that threw ends the run now, not when the container does.
            if (await Task.WhenAny(output, _parts.Watch.Exited).ConfigureAwait(false) == output && output.IsFaulted)
            {
                await output.ConfigureAwait(false);
            }

            var exit = await _parts.Watch.Exited.ConfigureAwait(false);
            await output.ConfigureAwait(false);
            failure = _follower.Loss;
            var result = Result(exit, ContainerEnd.Exited);
            _parts.Logger.Ended(ContainerRequests.Short(Id), result.Reason);
            LaunchTelemetry.RunDuration.Record(Math.Max(0, result.Duration!.Value.TotalSeconds));
            return result;
        }
        catch (ReceiverException e)
        {
            failure = e;
            e.Rethrow();
            throw;
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            LaunchTelemetry.Containers.Add(-1);
            _parts.Output.Complete(failure);
        }
    }

    private async Task<ContainerResult> CompleteAsync()
    {
        var result = await Exited.ConfigureAwait(false);
        await _parts.Watch.Removed.ConfigureAwait(false);
        if (result.ExitCode == KilledCode && !_parts.Watch.OutOfMemory && !_parts.Watch.AutoRemove)
        {
            await LookForMemoryAsync().ConfigureAwait(false);
        }

        return result with
        {
            End = EndState,
            OutOfMemory = _parts.Watch.OutOfMemory,
            LastLines = _parts.Output.Tail.Read(),
        };
    }

    // The engine's notice of used up memory can come after the one of the exit.
    private async Task LookForMemoryAsync()
    {
        using var deadline = new LinkedDeadline(ContainerStop.AnswerTime, _parts.Engine.TimeProvider, _parts.Watch.NotWanted);
        try
        {
            if ((await _requests.InspectAsync(Id, deadline.Token).ConfigureAwait(false)).Container is { } seen)
            {
                _parts.Watch.NoteMemory(seen.State);
            }
        }
        catch (Exception e) when (e is DockerEngineException or OperationCanceledException)
        {
            // The exit is known without it.
        }
    }

    private ContainerResult Result(EngineExit exit, ContainerEnd end) =>
        new(Id, exit.Code, StartedAt, exit.At, Warnings)
        {
            End = end,
            RunId = RunId,
            OutOfMemory = _parts.Watch.OutOfMemory,
            WasStopped = _wasStopped,
            OutputLoss = _follower.Loss?.Message,
            LastLines = _parts.Output.Tail.Read(),
        };
}
