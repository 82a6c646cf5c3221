using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace LaunchSdk.Testing;

/// <summary>The streams of /events of a <see cref="RecordingEngine"/>: each gets what happened before it too.</summary>
internal sealed class RecordingEngineEvents
{
    // As many as an engine.
    private const int Remembered = 256;

    private readonly Lock _lock = new();
    private readonly Queue<string> _past = [];
    private readonly ConcurrentDictionary<Channel<string>, bool> _streams = new();

    public void Tell(string id, string action, int exitCode)
    {
        var attributes = new JsonObject { ["exitCode"] = exitCode.ToString(CultureInfo.InvariantCulture) };
        var line =
            new JsonObject
            {
                ["Type"] = "container",
                ["Action"] = action,
                ["Actor"] = new JsonObject { ["ID"] = id, ["Attributes"] = attributes },
                ["timeNano"] = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1_000_000,
            }.ToJsonString() + "\n";
        lock (_lock)
        {
            _past.Enqueue(line);
            if (_past.Count > Remembered)
            {
                _past.Dequeue();
            }

            foreach (var stream in _streams.Keys)
            {
                stream.Writer.TryWrite(line);
            }
        }
    }

    /// <summary>Lets all streams end.</summary>
    public void Release()
    {
        foreach (var stream in _streams.Keys)
        {
            stream.Writer.TryComplete();
        }
    }

    /// <summary>Writes what happened, and with no end in the query what happens.</summary>
    public async Task FollowAsync(HttpExchange exchange, bool pastOnly)
    {
        var stream = Channel.CreateUnbounded<string>();
        await exchange.WriteHeadAsync("200 OK", "Content-Type: application/json", "Connection: close");
        lock (_lock)
        {
            foreach (var line in _past)
            {
                stream.Writer.TryWrite(line);
            }

            _streams[stream] = true;
            if (pastOnly)
            {
                stream.Writer.Complete();
            }
        }

        await foreach (var line in stream.Reader.ReadAllAsync())
        {
            await exchange.Stream.WriteAsync(Encoding.UTF8.GetBytes(line));
        }
    }
}
