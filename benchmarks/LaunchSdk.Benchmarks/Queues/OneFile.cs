using LaunchSdk.Docker.Clients;

namespace LaunchSdk.Benchmarks.Queues;

/// <summary>The environment file that the queue names, in memory: a disk would be measured otherwise.</summary>
internal sealed class OneFile : IClientFiles
{
    private static readonly byte[] Content = "TZ=UTC\nLANG=C.UTF-8\n"u8.ToArray();

    public byte[] Read(string path) => Content;

    public bool Exists(string path) => true;
}
