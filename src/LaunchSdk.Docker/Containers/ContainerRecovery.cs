using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Finds out what became of a container after its engine could not be reached: looks for the engine until it answers, then asks.
/// </summary>
internal sealed class ContainerRecovery(DockerEngine engine, ContainerWatch watch)
{
    private const int MostFailedWaits = 3;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    private readonly ContainerRequests _requests = new(engine);

    /// <summary>
    /// Returns when the container's end is known, when events tell of it again, or when the time is up; a failure is the watch's.
    /// </summary>
    public async Task RunAsync()
    {
        var began = engine.TimeProvider.GetTimestamp();
        var pause = ShortestPause;
        while (!watch.IsOver && !watch.NotWanted.IsCancellationRequested)
        {
            try
            {
                if (await LookAsync().ConfigureAwait(false))
                {
                    return;
                }

                // The engine answers; nothing but looking again tells of the end.
                began = engine.TimeProvider.GetTimestamp();
            }
            catch (Exception e) when (e is DockerEngineException or OperationCanceledException or ObjectDisposedException)
            {
                if (engine.TimeProvider.GetElapsedTime(began) > watch.ReconnectTime)
                {
                    watch.Fail(Lost(e));
                    return;
                }
            }

            await Task.Delay(pause, engine.TimeProvider, watch.NotWanted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>
    /// Learns of the end by <c>/wait</c>, for an engine whose events cannot be had. Returns when the engine watches; the end comes later.
    /// </summary>
    public async Task WaitAsync(string condition, CancellationToken cancellationToken)
    {
        var response = await engine
            .Transport.SendAsync(HttpMethod.Post, engine.Path($"/containers/{watch.Id}/wait?condition={condition}"), cancellationToken)
            .ConfigureAwait(false);
        try
        {
            await engine.Transport.Answers.CheckAsync(response, Request, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        watch.Waiting = FollowAsync(response);
    }

    /// <summary>As <see cref="WaitAsync"/>, for an engine that may give events: what it refuses is no failure yet.</summary>
    public async Task TryWaitAsync(string condition, CancellationToken cancellationToken)
    {
        try
        {
            await WaitAsync(condition, cancellationToken).ConfigureAwait(false);
        }
        catch (DockerEngineException)
        {
            watch.FailedWaits++;
        }
    }

    private string Request => $"waiting for the container {ContainerRequests.Short(watch.Id)}";

    private async Task FollowAsync(HttpResponseMessage response)
    {
        try
        {
            using (response)
            {
                var answer = await engine
                    .Transport.Answers.ReadAsync(
                        response,
                        Request,
                        ContainerJson.Default.WaitAnswer,
                        watch.NotWanted,
                        Timeout.InfiniteTimeSpan
                    )
                    .ConfigureAwait(false);
                watch.Exit(new EngineExit((int)answer.StatusCode!.Value, engine.TimeProvider.GetUtcNow()));
                if (watch.AutoRemove)
                {
                    watch.Gone();
                }
            }
        }
        catch (Exception e) when (e is DockerEngineException or OperationCanceledException or ObjectDisposedException)
        {
            watch.FailedWaits++;
            // Where events come, they tell of the end.
            if (!engine.Events.AreProven)
            {
                watch.OnInterrupted();
            }
        }
    }

    // False where the end can be learned only by looking again.
    private async Task<bool> LookAsync()
    {
        using var deadline = new LinkedDeadline(AnswerTime, engine.TimeProvider, watch.NotWanted);
        // The stream first: what happens after the inspection comes by it.
        var hasEvents = await engine.Events.OpenAsync(deadline.Token).ConfigureAwait(false);
        var (container, engineTime) = await _requests.InspectAsync(watch.Id, deadline.Token).ConfigureAwait(false);
        if (container is null)
        {
            // A request that waits for the end may have its answer on the way.
            await (watch.Waiting ?? Task.CompletedTask).WaitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!watch.IsOver)
            {
                await engine.Events.ReplayAsync(watch, engineTime ?? engine.TimeProvider.GetUtcNow(), deadline.Token).ConfigureAwait(false);
                watch.Gone();
            }

            return true;
        }

        if (container.State.Status is "created")
        {
            // It is being started. To wait for it now would give the exit code of a container that never ran, 0.
            return hasEvents;
        }

        if (!container.State.Running)
        {
            watch.Exit(container.State, engine.TimeProvider.GetUtcNow());
            return true;
        }

        if (hasEvents || watch.Waiting is { IsCompleted: false })
        {
            return true;
        }

        if (watch.FailedWaits >= MostFailedWaits)
        {
            return false;
        }

        await TryWaitAsync(watch.AutoRemove ? "removed" : "not-running", deadline.Token).ConfigureAwait(false);
        return watch.Waiting is { IsCompleted: false };
    }

    private DockerEngineUnavailableException Lost(Exception inner) =>
        new(
            engine.Host,
            $"the connection broke while the container {ContainerRequests.Short(watch.Id)} was running, and did not come back within {watch.ReconnectTime.TotalSeconds:0} s",
            $"The container may still be there: once the engine answers again, `docker ps --all --filter id={ContainerRequests.Short(watch.Id)}` tells",
            inner
        );
}
