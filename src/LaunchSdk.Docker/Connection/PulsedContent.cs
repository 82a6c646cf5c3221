using System.Net;

namespace LaunchSdk.Docker.Connection;

/// <summary>The content of an answer, read through a <see cref="PulsedStream"/>.</summary>
internal sealed class PulsedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly EnginePulse _pulse;
    private readonly WaitBound _bound;

    /// <param name="inner">The content as it came.</param>
    /// <param name="pulse">Watches the engine while it is read.</param>
    /// <param name="bound">How long one read may wait.</param>
    public PulsedContent(HttpContent inner, EnginePulse pulse, WaitBound bound)
    {
        _bound = bound;
        _inner = inner;
        _pulse = pulse;
        foreach (var (name, values) in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    /// <inheritdoc/>
    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new PulsedStream(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _pulse, _bound);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream, context);

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
