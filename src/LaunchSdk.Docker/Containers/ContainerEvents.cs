using System.Collections.Concurrent;
using System.Text.Json;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// The engine's own notices about containers, one stream for all runs of a <see cref="DockerEngine"/>. The <c>die</c> event carries the exit code before
/// the engine has torn the network down, which <c>/wait</c> answers only afterwards.
/// </summary>
internal sealed class ContainerEvents(DockerEngine engine) : IDisposable
{
    private const string Filters = """{"type":["container"],"event":["start","oom","die","destroy"]}""";

    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, ContainerWatch> _watches = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1);
    private readonly CancellationTokenSource _closed = new();
    private volatile Task? _reading;

    /// <summary>Opens the stream where it is not open. What happened shortly before is told again, so nothing falls between two streams.</summary>
    /// <returns>Whether the engine gives events; a proxy before it may not.</returns>
    public async ValueTask<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (_reading is { IsCompleted: false })
        {
            return true;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _reading is { IsCompleted: false } || await ConnectAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Watches a container from now on.</summary>
    public void Add(ContainerWatch watch) => _watches[watch.Id] = watch;

    /// <summary>Watches it no longer.</summary>
    public void Remove(ContainerWatch watch) => _watches.TryRemove(new KeyValuePair<string, ContainerWatch>(watch.Id, watch));

    /// <summary>Tells again what the engine remembers of one container; it remembers the last 256 events since it was started.</summary>
    public async Task ReplayAsync(ContainerWatch watch, DateTimeOffset engineTime, CancellationToken cancellationToken)
    {
        var filters = $$"""{"container":["{{watch.Id}}"],"event":["start","oom","die"]}""";
        var path = engine.Path($"/events?since=0&until={engineTime.ToUnixTimeSeconds() + 1}&filters={Uri.EscapeDataString(filters)}");
        using var response = await engine.Transport.SendAsync(HttpMethod.Get, path, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closed.Cancel();
        foreach (var watch in _watches.Values)
        {
            watch.Dispose();
        }
    }

    private async Task<bool> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            var response = await engine.Transport.SendAsync(HttpMethod.Get, engine.Path($"/events?since=0&filters={Uri.EscapeDataString(Filters)}"), cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                response.Dispose();
                return false;
            }

            _reading = FollowAsync(response);
            return true;
        }
        catch (HttpRequestException e)
        {
            throw EnginePing.Explain(engine.Transport.Endpoint, e);
        }
    }

    private async Task FollowAsync(HttpResponseMessage response)
    {
        using (response)
        {
            using var following = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
            var heartbeat = BeatAsync(following);
            try
            {
                await ReadAsync(response, following.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException or JsonException or ObjectDisposedException)
            {
                // Whatever broke it, each watch finds out for itself what it missed.
            }

            await following.CancelAsync().ConfigureAwait(false);
            await heartbeat.ConfigureAwait(false);
        }

        // First of all: a watch that looks for a stream must not find this one, whose task has not ended yet.
        _reading = null;
        if (!_closed.IsCancellationRequested)
        {
            foreach (var watch in _watches.Values)
            {
                watch.OnInterrupted();
            }
        }
    }

    // A stream without events looks the same as one whose engine has vanished from the network.
    private async Task BeatAsync(CancellationTokenSource following)
    {
        try
        {
            while (true)
            {
                await Task.Delay(HeartbeatInterval, engine.TimeProvider, following.Token).ConfigureAwait(false);
                if (_watches.IsEmpty)
                {
                    continue;
                }

                using var deadline = new LinkedDeadline(AnswerTime, engine.TimeProvider, following.Token);
                using var response = await engine.Transport.SendAsync(HttpMethod.Get, "/_ping", deadline.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            await following.CancelAsync().ConfigureAwait(false);
        }
    }

    // Reading JSON costs far more than looking for an id, and most notices are about others' containers.
    private bool IsWatched(string line)
    {
        foreach (var (id, _) in _watches)
        {
            if (line.Contains(id, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private async Task ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (IsWatched(line) && JsonSerializer.Deserialize(line, ContainerJson.Default.EngineEvent) is { Actor.Id: { } id } notice && _watches.TryGetValue(id, out var watch))
            {
                watch.OnEvent(notice);
            }
        }
    }
}
