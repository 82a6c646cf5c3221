using System.Formats.Tar;
using System.Text;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>A build's context made of texts.</summary>
internal static class TarContext
{
    public static Func<Stream, CancellationToken, Task> Of(params (string Name, string Text)[] files) =>
        async (stream, cancellationToken) =>
        {
            await using var writer = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true);
            foreach (var (name, text) in files)
            {
                var data = new MemoryStream(Encoding.UTF8.GetBytes(text));
                await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = data }, cancellationToken);
            }
        };

    public static Func<Stream, CancellationToken, Task> OfDockerfile(string dockerfile) => Of(("Dockerfile", dockerfile));
}
