using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace LaunchSdk.Cli.Tests.Output;

/// <summary>
/// An engine on a port of this machine whose every answer holds <see cref="HostileText"/>: names, images, warnings and errors.
/// </summary>
internal sealed class HostileEngine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;

    public HostileEngine()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Host => $"tcp://{_listener.LocalEndpoint}";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or InvalidOperationException) { }
    }

    private static async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var request = await reader.ReadLineAsync() ?? "";
        while (await reader.ReadLineAsync() is { Length: > 0 }) { }

        var (status, body) = Answer(request);
        var bytes = Encoding.UTF8.GetBytes(body);
        var head =
            $"HTTP/1.1 {status}\r\nApi-Version: 1.50\r\nOstype: linux\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(request.StartsWith("HEAD", StringComparison.Ordinal) ? [] : bytes);
    }

    private static (string Status, string Body) Answer(string request)
    {
        if (request.Contains("/_ping", StringComparison.Ordinal))
        {
            return ("200 OK", "OK");
        }

        if (request.Contains("/version", StringComparison.Ordinal))
        {
            return (
                "200 OK",
                new JsonObject
                {
                    ["Version"] = HostileText.Value,
                    ["ApiVersion"] = "1.50",
                    ["MinAPIVersion"] = "1.24",
                    ["Os"] = "linux",
                    ["Arch"] = HostileText.Value,
                }.ToJsonString()
            );
        }

        return request.Contains("/containers/json", StringComparison.Ordinal)
            ? ("200 OK", new JsonArray(Container()).ToJsonString())
            : ("500 Internal Server Error", new JsonObject { ["message"] = HostileText.Value }.ToJsonString());
    }

    private static JsonObject Container() =>
        new()
        {
            ["Id"] = new string('a', 64),
            ["Names"] = new JsonArray("/" + HostileText.Value),
            ["Image"] = HostileText.Value,
            ["ImageID"] = HostileText.Value,
            ["Command"] = HostileText.Value,
            ["Created"] = 1_700_000_000,
            ["State"] = "running",
            ["Status"] = HostileText.Value,
            ["Labels"] = new JsonObject
            {
                ["dev.launchsdk.managed"] = "true",
                ["dev.launchsdk.run"] = HostileText.Value,
                ["dev.launchsdk.owner"] = HostileText.Value,
            },
        };
}
