using LaunchSdk.Docker.Connection;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Connection;

/// <summary>
/// .NET's named pipes are unix sockets here, which shows that requests and taken-over streams get through one; Windows' own end of input
/// cannot be shown.
/// </summary>
public sealed class PipeTests
{
    [Fact]
    public async Task A_request_goes_through_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The recording engine listens on a unix socket.");
        await using var engine = new RecordingEngine();
        using var transport = new EngineTransport(
            new EngineEndpoint("npipe:////./pipe/" + engine.Host["unix://".Length..], "a test"),
            TimeSpan.FromSeconds(10),
            _ => null,
            TimeProvider.System
        );

        using var response = await transport.SendAsync(HttpMethod.Get, "/_ping", TestContext.Current.CancellationToken);

        Assert.Equal("OK", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_stream_is_taken_over_from_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The recording engine listens on a unix socket.");
        await using var engine = new RecordingEngine { Output = "output"u8.ToArray() };
        using var transport = new EngineTransport(
            new EngineEndpoint("npipe:////./pipe/" + engine.Host["unix://".Length..], "a test"),
            TimeSpan.FromSeconds(10),
            _ => null,
            TimeProvider.System
        );
        using var connection = transport.Hijack("/v1.41/containers/1/attach");
        (await transport.SendAsync(HttpMethod.Post, "/v1.41/containers/1/start", TestContext.Current.CancellationToken)).Dispose();
        var buffer = new byte[16];

        var count = connection.Read(buffer);

        Assert.Equal("output"u8, buffer.AsSpan(0, count));
    }
}
