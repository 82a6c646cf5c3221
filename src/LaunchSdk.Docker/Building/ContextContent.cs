using System.Net;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Building;

/// <summary>A request's body that is written while it is sent: the context is nowhere as a whole.</summary>
internal sealed class ContextContent : UploadContent
{
    private const int ReportEvery = 1 << 20;

    private readonly BuildOrder _order;

    public ContextContent(BuildOrder order)
    {
        _order = order;
        Headers.ContentType = new("application/x-tar");
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var counting = new CountingStream(stream, ReportEvery, bytes => _order.Report(Progress(bytes)), ThrowIfStopped);
        await using var disposal = counting.ConfigureAwait(false);
        try
        {
            await _order.WriteContextAsync(counting, cancellationToken).ConfigureAwait(false);
        }
        catch (UploadStoppedException)
        {
            // The engine's answer tells why.
            return;
        }

        _order.Report(Progress(counting.Count));
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private static ImageBuildProgress Progress(long bytes) => new(ImageBuildPhase.Send, "Sending the context") { Current = bytes };
}
