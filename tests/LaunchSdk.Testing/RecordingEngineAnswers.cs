using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace LaunchSdk.Testing;

/// <summary>What a <see cref="RecordingEngine"/> answers to each request.</summary>
internal sealed class RecordingEngineAnswers(RecordingEngine engine)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _started = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, JsonNode?> _existing = new(StringComparer.Ordinal);
    private readonly RecordingEngineEvents _events = new();
    private int _containers;
    private volatile bool _pulled;

    /// <summary>Lets answers end that wait for a start.</summary>
    public void Release()
    {
        foreach (var started in _started.Values)
        {
            started.TrySetResult();
        }

        _events.Release();
    }

    /// <summary>Answers; false when the connection ends with the answer.</summary>
    public async Task<bool> AnswerAsync(RecordedRequest request, HttpExchange exchange)
    {
        var parts = request.Path.Trim('/').Split('/');
        if (engine.TellsEndLate && parts is ["containers", var asked, "json" or "logs"])
        {
            End(asked);
        }

        switch (request.Method, parts)
        {
            case (_, ["_ping"]):
                await exchange.WriteAsync(
                    "200 OK",
                    request.Method == "HEAD" ? "" : "OK",
                    $"Api-Version: {engine.ApiVersion}",
                    $"Ostype: {engine.OSType}",
                    "Docker-Experimental: false"
                );
                return true;
            case ("GET", ["version"]):
                await exchange.WriteAsync(
                    "200 OK",
                    new JsonObject
                    {
                        ["Version"] = "28.2.2",
                        ["ApiVersion"] = engine.ApiVersion,
                        ["MinAPIVersion"] = "1.24",
                        ["Os"] = engine.OSType,
                        ["Arch"] = engine.Architecture,
                    }.ToJsonString()
                );
                return true;
            case ("GET", ["info"]):
                await exchange.WriteAsync(
                    "200 OK",
                    new JsonObject
                    {
                        ["OSType"] = engine.OSType,
                        ["ServerVersion"] = "28.2.2",
                        ["Runtimes"] = new JsonObject(),
                        ["Driver"] = "overlay2",
                    }.ToJsonString()
                );
                return true;
            case ("POST", ["containers", "create"]):
                await CreateAsync(request, exchange);
                return true;
            case ("POST", ["containers", var id, "attach"]):
                await AttachAsync(id, exchange);
                return false;
            case ("POST", ["containers", var id, "wait"]):
                await WaitAsync(id, exchange);
                return true;
            case ("POST", ["containers", var id, "start"]):
                await StartAsync(id, exchange);
                return true;
            case ("GET", ["events"]) when engine.EventsError is { } refused:
                await ErrorAsync(exchange, refused.Status, refused.Message);
                return true;
            case ("GET", ["events"]):
                await _events.FollowAsync(exchange, request.Query.ContainsKey("until"));
                return false;
            case ("GET", ["containers", "json"]):
                await exchange.WriteAsync("200 OK", ListOf(request).ToJsonString());
                return true;
            case ("GET", ["containers", var id, "json"]) when !_existing.ContainsKey(id):
                await ErrorAsync(exchange, "404 Not Found", $"No such container: {id}");
                return true;
            case ("DELETE", ["containers", var id]):
                _existing.TryRemove(id, out _);
                await exchange.WriteHeadAsync("204 No Content");
                return true;
            case ("POST", ["images", "create"]):
                await PullAsync(exchange);
                return true;
            case ("GET", ["images", .., "json"]) when !Missing:
                await exchange.WriteAsync(
                    "200 OK",
                    new JsonObject { ["Id"] = "sha256:" + new string('1', 64), ["RepoTags"] = new JsonArray() }.ToJsonString()
                );
                return true;
            case ("GET", ["containers", var id, "json"]):
                await exchange.WriteAsync(
                    "200 OK",
                    new JsonObject
                    {
                        ["Id"] = id,
                        ["State"] = new JsonObject
                        {
                            ["ExitCode"] = engine.ExitCode,
                            ["Running"] = false,
                            ["Status"] = StateOf(id),
                        },
                        ["Config"] = new JsonObject(),
                        ["HostConfig"] = new JsonObject(),
                    }.ToJsonString()
                );
                return true;
            case ("POST", ["containers", _, "stop" or "kill" or "resize"]):
                await exchange.WriteHeadAsync("204 No Content");
                return true;
            default:
                await ErrorAsync(exchange, "404 Not Found", $"page not found: {request.Line}");
                return true;
        }
    }

    private bool Missing => engine.ImageMissing && !_pulled;

    private static Task ErrorAsync(HttpExchange exchange, string status, string message) =>
        exchange.WriteAsync(status, new JsonObject { ["message"] = message }.ToJsonString());

    private TaskCompletionSource Started(string id) =>
        _started.GetOrAdd(id, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task CreateAsync(RecordedRequest request, HttpExchange exchange)
    {
        if (Missing)
        {
            await ErrorAsync(exchange, "404 Not Found", $"No such image: {request.Body?["Image"]}");
        }
        else if (engine.CreateError is { } error)
        {
            if (engine.CreatesInSpiteOfError)
            {
                Create(request);
            }

            await ErrorAsync(exchange, error.Status, error.Message);
        }
        else
        {
            var id = Create(request);
            await exchange.WriteAsync("201 Created", new JsonObject { ["Id"] = id, ["Warnings"] = new JsonArray() }.ToJsonString());
        }
    }

    private string Create(RecordedRequest request)
    {
        var id = Interlocked.Increment(ref _containers).ToString("x", CultureInfo.InvariantCulture).PadLeft(64, '0');
        _existing[id] = request.Body?.DeepClone();
        _events.Tell(id, "create", engine.ExitCode);
        return id;
    }

    private string StateOf(string id) => Started(id).Task.IsCompleted ? "exited" : "created";

    private JsonArray ListOf(RecordedRequest request)
    {
        var wanted =
            JsonNode.Parse(request.Query.GetValueOrDefault("filters", "{}"))!["label"]?.AsArray().Select(label => (string)label!).ToArray()
            ?? [];
        var found = new JsonArray();
        foreach (var (id, body) in _existing)
        {
            var labels = body?["Labels"] as JsonObject ?? [];
            if (wanted.All(label => labels.Any(pair => label == $"{pair.Key}={pair.Value}")))
            {
                found.Add(
                    new JsonObject
                    {
                        ["Id"] = id,
                        ["Labels"] = labels.DeepClone(),
                        ["State"] = StateOf(id),
                    }
                );
            }
        }

        return found;
    }

    private async Task AttachAsync(string id, HttpExchange exchange)
    {
        await exchange.WriteHeadAsync(
            "101 UPGRADED",
            "Content-Type: application/vnd.docker.multiplexed-stream",
            "Connection: Upgrade",
            "Upgrade: tcp"
        );
        await Started(id).Task;
        await exchange.Stream.WriteAsync(engine.Output);
        exchange.Stream.Socket.Shutdown(SocketShutdown.Both);
    }

    // The head goes out at once: it tells the client that the engine is watching, and that it may start the container.
    private async Task WaitAsync(string id, HttpExchange exchange)
    {
        var body = new JsonObject { ["StatusCode"] = engine.ExitCode }.ToJsonString();
        await exchange.WriteHeadAsync(
            "200 OK",
            "Content-Type: application/json",
            $"Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}"
        );
        await Started(id).Task;
        await exchange.Stream.WriteAsync(Encoding.ASCII.GetBytes(body));
    }

    private async Task StartAsync(string id, HttpExchange exchange)
    {
        if (engine.StartError is { } error)
        {
            await ErrorAsync(exchange, error.Status, error.Message);
            Started(id).TrySetResult();
            return;
        }

        if (engine.StartAnswerLostAfter is { } lost)
        {
            Begin(id);
            await lost();
            throw new IOException("The answer to the start is lost.");
        }

        await exchange.WriteHeadAsync("204 No Content");
        Begin(id);
    }

    private void Begin(string id)
    {
        Started(id).TrySetResult();
        _events.Tell(id, "start", engine.ExitCode);
        if (!engine.TellsEndLate)
        {
            End(id);
        }
    }

    private void End(string id)
    {
        _events.Tell(id, "die", engine.ExitCode);
        if ((bool?)_existing.GetValueOrDefault(id)?["HostConfig"]?["AutoRemove"] == true)
        {
            _existing.TryRemove(id, out _);
            _events.Tell(id, "destroy", engine.ExitCode);
        }
    }

    private async Task PullAsync(HttpExchange exchange)
    {
        _pulled = engine.PullError is null;
        var end = engine.PullError is null
            ? new JsonObject { ["status"] = "Status: Downloaded newer image" }
            : new JsonObject
            {
                ["errorDetail"] = new JsonObject { ["message"] = engine.PullError },
                ["error"] = engine.PullError,
            };
        await exchange.WriteAsync(
            "200 OK",
            new JsonObject { ["status"] = "Pulling", ["id"] = "layer" }.ToJsonString() + "\r\n" + end.ToJsonString() + "\r\n"
        );
    }
}
