using System.Collections.Concurrent;
using System.Net.Sockets;

namespace LaunchSdk.Testing;

/// <summary>
/// A Docker Engine that runs nothing: it listens on a unix socket of its own, records each request, and answers as an engine does whose
/// containers end at once. What it answers is set before the first request. The docker command can be pointed at it too, through
/// <see cref="Host"/>.
/// </summary>
public sealed class RecordingEngine : IAsyncDisposable
{
    private readonly UnixServer _server;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly RecordingEngineAnswers _answers;

    public RecordingEngine()
    {
        _answers = new RecordingEngineAnswers(this);
        _server = new UnixServer(ServeAsync);
    }

    /// <summary>The address for DOCKER_HOST.</summary>
    public string Host => _server.Host;

    /// <summary>The newest API version that the engine knows, as /_ping tells it.</summary>
    public string ApiVersion { get; init; } = "1.50";

    /// <summary>linux or windows, as /_ping tells it.</summary>
    public string OSType { get; init; } = "linux";

    /// <summary>The processor, as /version tells it.</summary>
    public string Architecture { get; init; } = "amd64";

    /// <summary>Whether no image is there until /images/create was asked for.</summary>
    public bool ImageMissing { get; init; }

    /// <summary>An error inside the 200 stream of /images/create; null where a pull succeeds.</summary>
    public string? PullError { get; init; }

    /// <summary>Status and message with which /containers/create fails, such as <c>409 Conflict</c>; null where it succeeds.</summary>
    public (string Status, string Message)? CreateError { get; init; }

    /// <summary>
    /// Whether a container is created although <see cref="CreateError"/> is answered, as an engine does whose client gave up waiting.
    /// </summary>
    public bool CreatesInSpiteOfError { get; init; }

    /// <summary>
    /// Status and message with which /events is refused, as by a proxy that lets only some requests through; null where it is answered.
    /// </summary>
    public (string Status, string Message)? EventsError { get; init; }

    /// <summary>Status and message with which a start fails; null where it succeeds.</summary>
    public (string Status, string Message)? StartError { get; init; }

    /// <summary>
    /// Closes the connection of a start in place of an answer, after the container has started and what is returned here has ended; null
    /// where starts are answered.
    /// </summary>
    public Func<Task>? StartAnswerLostAfter { get; init; }

    /// <summary>
    /// Whether a container's end is told only after its output has ended and somebody asks for the container or its logs: an engine first
    /// writes a talkative container's last lines to its log, and lets questions wait.
    /// </summary>
    public bool TellsEndLate { get; init; }

    /// <summary>
    /// Runs before each answer, after the request was recorded: holds the answer back, or tells a test that the request has come.
    /// </summary>
    public Func<RecordedRequest, Task>? BeforeAnswer { get; init; }

    /// <summary>What a container's attach stream carries after its start, as raw bytes.</summary>
    public ReadOnlyMemory<byte> Output { get; init; }

    /// <summary>The exit code of each container.</summary>
    public int ExitCode { get; init; }

    /// <summary>The requests so far, in the order of their arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>The first request for a path such as <c>/containers/create</c>.</summary>
    public RecordedRequest Request(string path) =>
        _requests.FirstOrDefault(request => request.Path == path)
        ?? throw new InvalidOperationException(
            $"No request for {path} came; these did: {string.Join(", ", _requests.Select(request => request.Line))}"
        );

    /// <summary>Forgets the requests so far, so that one engine serves many runs.</summary>
    public void Forget() => _requests.Clear();

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        _answers.Release();
        await _server.DisposeAsync();
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        var exchange = new HttpExchange(stream);
        while (await exchange.ReadAsync() is { } request)
        {
            _requests.Enqueue(request);
            await (BeforeAnswer?.Invoke(request) ?? Task.CompletedTask);
            if (!await _answers.AnswerAsync(request, exchange))
            {
                return;
            }
        }
    }
}
