using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LaunchSdk.Testing;

namespace LaunchSdk.RunBenchmarks;

/// <summary>The floor: the least requests that run a container, without its output, its labels and anything that could go wrong.</summary>
internal sealed class PlainHttp : IDisposable
{
    private readonly HttpClient _client;
    private readonly Task _events;
    private readonly Dictionary<string, TaskCompletionSource<string>> _ends = new(StringComparer.Ordinal);

    public PlainHttp(string host)
    {
        _client = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, token) => ConnectAsync(host, token) })
        {
            BaseAddress = new Uri("http://docker/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _events = FollowAsync();
    }

    /// <summary>create, wait for the removal, start.</summary>
    public async Task RunToRemovalAsync(string network)
    {
        var id = await CreateAsync(network);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v1.41/containers/{id}/wait?condition=removed");
        using var wait = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await StartAsync(id);
        await wait.Content.ReadAsByteArrayAsync();
    }

    /// <summary>create, start, and the exit code from the stream of events.</summary>
    /// <returns>The removal, which is not part of what is measured.</returns>
    public async Task<Task> RunToExitAsync(string network)
    {
        var id = await CreateAsync(network);
        var removed = End(id + "destroy").Task;
        var exited = End(id + "die").Task;
        await StartAsync(id);
        await exited;
        return removed;
    }

    public void Dispose() => _client.Dispose();

    private static async ValueTask<Stream> ConnectAsync(string host, CancellationToken token)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(host["unix://".Length..]), token);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<string> CreateAsync(string network)
    {
        var body =
            $$$"""{"Image":"{{{TestEngine.BusyboxImage}}}","Cmd":["sh","-c",":"],"AttachStdout":true,"AttachStderr":true,"HostConfig":{"AutoRemove":true,"NetworkMode":"{{{network}}}"}}""";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _client.PostAsync("v1.41/containers/create", content);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return answer.RootElement.GetProperty("Id").GetString()!;
    }

    private async Task StartAsync(string id)
    {
        using var response = await _client.PostAsync($"v1.41/containers/{id}/start", null);
        response.EnsureSuccessStatusCode();
    }

    private TaskCompletionSource<string> End(string key)
    {
        lock (_ends)
        {
            return _ends.TryGetValue(key, out var end) ? end : _ends[key] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private async Task FollowAsync()
    {
        const string filters = """{"type":["container"],"event":["die","destroy"]}""";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1.41/events?filters={Uri.EscapeDataString(filters)}");
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            using var notice = JsonDocument.Parse(line);
            var actor = notice.RootElement.GetProperty("Actor");
            End(actor.GetProperty("ID").GetString() + notice.RootElement.GetProperty("Action").GetString()).TrySetResult(line);
        }
    }
}
