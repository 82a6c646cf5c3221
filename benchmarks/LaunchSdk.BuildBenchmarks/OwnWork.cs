using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LaunchSdk.Docker.Contexts;

namespace LaunchSdk.BuildBenchmarks;

/// <summary>What a process of its own does, so that its memory is only its own: it prints the milliseconds of the work alone.</summary>
internal static class OwnWork
{
    /// <summary>Takes the digest, with a cache or with <c>-</c> for none.</summary>
    public static async Task DigestAsync(string directory, string cache)
    {
        var start = Stopwatch.GetTimestamp();
        var context = await BuildContext.OpenAsync(directory, Options(cache));
        await context.GetDigestAsync();
        Print(start);
    }

    /// <summary>
    /// Sends the tar to an engine; with a cache the digest is taken before, as a build does, and with <c>-</c> on the way.
    /// </summary>
    public static async Task StreamAsync(string directory, string socket, string cache)
    {
        using var client = new HttpClient(
            new SocketsHttpHandler { ConnectCallback = (_, cancellationToken) => ConnectAsync(socket, cancellationToken) }
        );
        var start = Stopwatch.GetTimestamp();
        var context = await BuildContext.OpenAsync(directory, Options(cache));
        if (cache != "-")
        {
            await context.GetDigestAsync();
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "http://docker/build") { Content = new ContextContent(context) };
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        Print(start);
    }

    private static BuildContextOptions Options(string cache) => new() { CacheFolder = cache == "-" ? null : cache };

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static void Print(long start) =>
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture));

    private sealed class ContextContent(BuildContext context) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? transport) => context.WriteToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
