using Docker.DotNet;
using Docker.DotNet.Models;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Containers;

/// <summary>A container that was started. Disposing of it lets go of its streams and leaves the container running; <see cref="StopAsync"/> ends it.</summary>
public sealed class RunningContainer : IAsyncDisposable
{
    // The engine's own default between stop signal and kill, and what it gets on top to answer.
    private static readonly TimeSpan DefaultStopTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(15);

    private readonly DockerEngine _engine;
    private readonly ContainerRunPlan _plan;
    private readonly ContainerExit _exit;
    private readonly AttachSession? _attach;

    internal RunningContainer(DockerEngine engine, ContainerRunPlan plan, string id, IReadOnlyList<string> warnings, ContainerExit exit, AttachSession? attach)
    {
        _engine = engine;
        _plan = plan;
        _exit = exit;
        _attach = attach;
        Id = id;
        Warnings = warnings;
        StartedAt = engine.TimeProvider.GetUtcNow();
        Completion = CompleteAsync();
        // Whoever stops listening is not told of a failure by the finalizer of a task.
        _ = Completion.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>The container's id, 64 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>What the engine warned of when it created the container.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>When the engine had started the container, by the client's clock.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>
    /// The end of the run: the container has ended (with automatic removal: is gone) and all of its output was handed over.
    /// Fails when the connection to the engine breaks, and when the receiver of the output throws.
    /// </summary>
    public Task<ContainerResult> Completion { get; }

    /// <summary>Ends the container: its stop signal, after its stop timeout a kill, then waits until it has ended. A container that has ended already is no error.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="DockerEngineException">It could not be stopped; the message names the container.</exception>
    public async Task<ContainerResult> StopAsync(CancellationToken cancellationToken = default)
    {
        var timeout = _plan.StopTimeout ?? DefaultStopTimeout;
        using var deadline = Deadline(timeout < TimeSpan.Zero ? Timeout.InfiniteTimeSpan : timeout + AnswerTime, cancellationToken);
        try
        {
            // Signal and timeout are the container's own: they were given when it was created.
            await _engine.Client.Containers.StopContainerAsync(Id, new ContainerStopParameters(), deadline.Token).ConfigureAwait(false);
        }
        catch (DockerContainerNotFoundException)
        {
            // Ended and removed already.
        }
        catch (Exception e) when (e is DockerApiException or HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await KillAsync("KILL", cancellationToken).ConfigureAwait(false);
        }

        using var verified = Deadline(AnswerTime, cancellationToken);
        try
        {
            var code = await _exit.Code.WaitAsync(verified.Token).ConfigureAwait(false);
            await (_attach?.OutputEnded ?? Task.CompletedTask).WaitAsync(verified.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return Result(code);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DockerEngineException($"stopping the container {Id[..12]}", "it was still there after the kill", $"Look at the engine's log, then `docker rm --force {Id[..12]}`", e);
        }
    }

    /// <summary>Sends a signal to the container's first process. A container that has ended already is no error.</summary>
    /// <param name="signal">The signal's name or number, such as <c>SIGTERM</c>, <c>HUP</c> or <c>9</c>.</param>
    /// <param name="cancellationToken">Breaks the request off.</param>
    public async Task KillAsync(string signal, CancellationToken cancellationToken = default)
    {
        try
        {
            await _engine.Client.Containers.KillContainerAsync(Id, new ContainerKillParameters { Signal = signal }, cancellationToken).ConfigureAwait(false);
        }
        catch (DockerApiException e) when (e.StatusCode is System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Conflict)
        {
            // Gone, or not running any more.
        }
        catch (DockerApiException e)
        {
            throw new DockerEngineException($"sending {signal} to the container {Id[..12]}", EngineMessage.Of(e), null, e) { Status = e.StatusCode };
        }
        catch (HttpRequestException e)
        {
            throw EnginePing.Explain(_engine.Transport.Endpoint, e);
        }
    }

    /// <summary>Lets go of the container's streams. The container goes on.</summary>
    public ValueTask DisposeAsync()
    {
        _attach?.Dispose();
        _exit.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<ContainerResult> CompleteAsync()
    {
        var output = _attach?.OutputEnded ?? Task.CompletedTask;
        // A receiver that threw ends the run now, not when the container does.
        if (await Task.WhenAny(output, _exit.Code).ConfigureAwait(false) == output && output.IsFaulted)
        {
            await output.ConfigureAwait(false);
        }

        var code = await _exit.Code.ConfigureAwait(false);
        await output.ConfigureAwait(false);
        return Result(code);
    }

    private ContainerResult Result(int code) => new(Id, code, StartedAt, _engine.TimeProvider.GetUtcNow(), Warnings);

    private LinkedDeadline Deadline(TimeSpan length, CancellationToken cancellationToken) => new(length, _engine.TimeProvider, cancellationToken);
}
