using LaunchSdk.Docker.Errors;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Chaos;

public sealed class PingTests
{
    [Theory]
    [InlineData("Content-Type: text/html", "<h1>It works</h1>", "200 text/html '<h1>It works</h1>'")]
    [InlineData("Api-Version: banana", "OK", "'OK'")]
    [InlineData("Api-Version: 1.50\r\nOstype: li nux", "OK", "'OK'")]
    [InlineData("Content-Type: application/json", "{\"ok\":true}", "{\"ok\":true}")]
    public async Task Something_that_is_no_engine_is_called_so(string header, string body, string shown)
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On(
            "GET /_ping",
            ChaosAnswer.Raw("a ping", $"HTTP/1.1 200 OK\r\n{header}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}")
        );

        var error = await Assert.ThrowsAsync<DockerEngineUnavailableException>(() =>
            DockerEngine.ConnectAsync(new DockerEngineOptions { Host = proxy.Host }, TestContext.Current.CancellationToken)
        );

        Assert.Equal(EngineErrorKind.BadAnswer, error.Kind);
        Assert.Contains("no Docker Engine", error.Message, StringComparison.Ordinal);
        Assert.Contains(shown, error.Message, StringComparison.Ordinal);
    }
}
