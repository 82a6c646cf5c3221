using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Errors;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// The engine's own notices about containers, one stream for all runs of a <see cref="DockerEngine"/>. The <c>die</c> event carries the
/// exit code before
/// the engine has torn the network down, which <c>/wait</c> answers only afterwards.
/// </summary>
internal sealed class ContainerEvents(DockerEngine engine) : IDisposable
{
    // The creation is of no use but as a proof.
    private const string Filters = """{"type":["container"],"event":["create","start","oom","die","destroy"]}""";

    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ProofTime = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, ContainerWatch> _watches = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1);
    private readonly CancellationTokenSource _closed = new();
    private readonly EventsTrust _trust = new(engine.TimeProvider);
    private volatile EventsReading? _reading;

    /// <summary>Whether events come, and one has shown that they are events.</summary>
    public bool AreProven => _reading is { Proof: { IsCompletedSuccessfully: true, Result: true } };

    /// <summary>
    /// Opens the stream where it is not open. What happened shortly before is told again, so nothing falls between two streams.
    /// </summary>
    /// <returns>Whether the engine gives events; a proxy before it may not, or may answer with something else.</returns>
    public async ValueTask<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (_reading is not null)
        {
            return true;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _reading is not null || (_trust.IsGiven && await ConnectAsync(cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// Waits a moment for an event to come, after something that an engine tells of. An engine sends it before it answers what caused it,
    /// so this takes time
    /// only where something else answers.
    /// </summary>
    public async ValueTask<bool> ProveAsync(CancellationToken cancellationToken)
    {
        if (AreProven || _reading is not { } reading)
        {
            return AreProven;
        }

        using var deadline = new LinkedDeadline(ProofTime, engine.TimeProvider, cancellationToken);
        await ((Task)reading.Proof).WaitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return AreProven;
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
            try
            {
                await ReadAsync(response, null, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or JsonException)
            {
                // What it remembers cannot be had, as where it has forgotten.
            }
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
        using var deadline = new LinkedDeadline(AnswerTime, engine.TimeProvider, cancellationToken);
        try
        {
            var path = engine.Path($"/events?since=0&filters={Uri.EscapeDataString(Filters)}");
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            // Whether anything waits for events depends on the containers that are watched.
            var response = await engine.Transport.SendUnwatchedAsync(request, deadline.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                response.Dispose();
                return false;
            }

            var reading = new EventsReading();
            _reading = reading;
            _ = FollowAsync(response, reading);
            return true;
        }
        catch (DockerEngineException e) when (e.Kind == EngineErrorKind.BadAnswer)
        {
            _trust.Lose();
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _trust.Lose();
            return false;
        }
        catch (DockerEngineUnavailableException e) when (EngineFault.IsWithoutAnswer(e))
        {
            // A stream of no length; an engine that goes down is found out by the next request.
            _trust.NoteEnd(TimeSpan.Zero);
            return false;
        }
    }

    private async Task FollowAsync(HttpResponseMessage response, EventsReading reading)
    {
        // Off the caller's way: what has come already may be read at once.
        await Task.Yield();
        var begun = engine.TimeProvider.GetTimestamp();
        using (response)
        {
            using var following = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
            // A stream without events looks the same as one whose engine has vanished from the network.
            using var wait = engine.Transport.Pulse.Begin(following.Cancel, () => !_watches.IsEmpty);
            try
            {
                await ReadAsync(response, reading, following.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is JsonException or LineTooLongException)
            {
                _trust.Lose();
            }
            catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
            {
                // Whatever broke it, each watch finds out for itself what it missed.
            }
        }

        // First of all: a watch that looks for a stream must not find this one.
        _reading = null;
        reading.End();
        if (!_closed.IsCancellationRequested)
        {
            _trust.NoteEnd(engine.TimeProvider.GetElapsedTime(begun));
            foreach (var watch in _watches.Values)
            {
                watch.OnInterrupted();
            }
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

    private async Task ReadAsync(HttpResponseMessage response, EventsReading? reading, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var bytes in EngineLines.ReadAsync(stream, cancellationToken).ConfigureAwait(false))
        {
            if (bytes.Span is not [(byte)'{', .., (byte)'}'])
            {
                throw new JsonException("A line of the events is no object.");
            }

            var line = Encoding.UTF8.GetString(bytes.Span);
            var isFirst = reading is { Proof.IsCompleted: false };
            if (!isFirst && !IsWatched(line))
            {
                continue;
            }

            if (JsonSerializer.Deserialize(line, ContainerJson.Default.EngineEvent) is not { Action: not null, Actor.Id: { } id } notice)
            {
                throw new JsonException("A line of the events is no event.");
            }

            reading?.Prove();
            if (_watches.TryGetValue(id, out var watch))
            {
                watch.OnEvent(notice);
            }
        }
    }
}
