using System.Net.Http.Json;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Containers;

/// <summary>The engine's promise to tell of a container's end: <c>POST /containers/{id}/wait</c>.</summary>
internal sealed class ContainerExit : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly CancellationTokenSource _notWanted = new();

    private ContainerExit(HttpResponseMessage response, DockerEngine engine, string id)
    {
        _response = response;
        Code = ReadAsync(engine, id);
        // A failed wait that nobody asks for any more is no news.
        _ = Code.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>The exit code, once the container has ended (with automatic removal: is gone).</summary>
    public Task<int> Code { get; }

    /// <summary>Returns when the engine watches the container: a start after that cannot be missed, however short the container lives.</summary>
    public static async Task<ContainerExit> WatchAsync(DockerEngine engine, string id, ContainerRunPlan plan, CancellationToken cancellationToken)
    {
        // "not-running" would answer at once for a container that has not started.
        var path = engine.Path($"/containers/{id}/wait?condition={(plan.AutoRemove ? "removed" : "next-exit")}");
        var response = await engine.Transport.SendAsync(HttpMethod.Post, path, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return new ContainerExit(response, engine, id);
        }

        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            throw new DockerEngineException($"waiting for the container {id[..12]}", EngineMessage.FromBody(body)) { Status = response.StatusCode };
        }
    }

    /// <summary>Stops listening; the container goes on.</summary>
    public void Dispose()
    {
        _notWanted.Cancel();
        _response.Dispose();
    }

    private async Task<int> ReadAsync(DockerEngine engine, string id)
    {
        WaitAnswer? answer;
        try
        {
            answer = await _response.Content.ReadFromJsonAsync(EngineJson.Default.WaitAnswer, _notWanted.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Text.Json.JsonException)
        {
            throw new DockerEngineUnavailableException(
                engine.Host,
                $"the connection broke while the container {id[..12]} was running",
                $"The container may still be there: once the engine answers again, `docker ps --all --filter id={id[..12]}` tells",
                e);
        }

        return answer?.Error?.Message is { Length: > 0 } message
            ? throw new DockerEngineException($"waiting for the container {id[..12]}", message)
            : (int)(answer?.StatusCode ?? DockerEngineException.GeneralErrorExitCode);
    }
}
