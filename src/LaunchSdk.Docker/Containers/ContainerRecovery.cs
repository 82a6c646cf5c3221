using System.Net.Http.Json;
using System.Text.Json;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Containers;

/// <summary>Finds out what became of a container after its engine could not be reached: looks for the engine until it answers, then asks.</summary>
internal sealed class ContainerRecovery(DockerEngine engine, ContainerWatch watch)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    private readonly ContainerRequests _requests = new(engine);

    /// <summary>Returns when the container's end is known, when events tell of it again, or when the time is up; a failure is the watch's.</summary>
    public async Task RunAsync()
    {
        var began = engine.TimeProvider.GetTimestamp();
        var pause = ShortestPause;
        while (!watch.IsOver && !watch.NotWanted.IsCancellationRequested)
        {
            try
            {
                await LookAsync().ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (e is DockerEngineException or HttpRequestException or IOException or JsonException or OperationCanceledException or ObjectDisposedException)
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

    /// <summary>Learns of the end by <c>/wait</c>, for an engine whose events cannot be had. Returns when the engine watches; the end comes later.</summary>
    public async Task WaitAsync(string condition, CancellationToken cancellationToken)
    {
        var response = await engine.Transport.SendAsync(HttpMethod.Post, engine.Path($"/containers/{watch.Id}/wait?condition={condition}"), cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            using (response)
            {
                var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
                throw new DockerEngineException($"waiting for the container {ContainerRequests.Short(watch.Id)}", EngineMessage.FromBody(body)) { Status = response.StatusCode };
            }
        }

        _ = FollowAsync(response);
    }

    private async Task FollowAsync(HttpResponseMessage response)
    {
        try
        {
            using (response)
            {
                var answer = await response.Content.ReadFromJsonAsync(EngineJson.Default.WaitAnswer, watch.NotWanted).ConfigureAwait(false);
                watch.Exit(new EngineExit((int)(answer?.StatusCode ?? DockerEngineException.GeneralErrorExitCode), engine.TimeProvider.GetUtcNow()));
                if (watch.AutoRemove)
                {
                    watch.Gone();
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            watch.OnInterrupted();
        }
    }

    private async Task LookAsync()
    {
        using var deadline = new LinkedDeadline(AnswerTime, engine.TimeProvider, watch.NotWanted);
        // The stream first: what happens after the inspection comes by it.
        var hasEvents = await engine.Events.OpenAsync(deadline.Token).ConfigureAwait(false);
        var (container, engineTime) = await _requests.InspectAsync(watch.Id, deadline.Token).ConfigureAwait(false);
        if (container is null)
        {
            await engine.Events.ReplayAsync(watch, engineTime ?? engine.TimeProvider.GetUtcNow(), deadline.Token).ConfigureAwait(false);
            watch.Gone();
        }
        else if (!container.State.Running && container.State.Status is not "created")
        {
            watch.Exit(container.State, engine.TimeProvider.GetUtcNow());
        }
        else if (!hasEvents)
        {
            await WaitAsync(watch.AutoRemove ? "removed" : "not-running", deadline.Token).ConfigureAwait(false);
        }
    }

    private DockerEngineUnavailableException Lost(Exception inner) => new(
        engine.Host,
        $"the connection broke while the container {ContainerRequests.Short(watch.Id)} was running, and did not come back within {watch.ReconnectTime.TotalSeconds:0} s",
        $"The container may still be there: once the engine answers again, `docker ps --all --filter id={ContainerRequests.Short(watch.Id)}` tells",
        inner);
}
