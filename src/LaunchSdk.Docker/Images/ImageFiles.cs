using System.Formats.Tar;
using System.Text;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Images;

/// <summary>
/// Looks into an image through a container that is never started: it needs no program in the image, and the image may be of another
/// platform.
/// Disposing of it removes the container.
/// </summary>
internal sealed class ImageFiles : IAsyncDisposable
{
    private const int LongestText = 64 * 1024;

    // The text, and the headers and the padding of an archive.
    private const int LongestArchive = LongestText + (64 * 1024);

    private readonly DockerEngine _engine;
    private readonly string _container;
    private readonly string _image;

    private ImageFiles(DockerEngine engine, string container, string image)
    {
        _image = image;
        _engine = engine;
        _container = container;
    }

    /// <summary>Makes the container.</summary>
    /// <param name="engine">The engine, which has the image.</param>
    /// <param name="image">The image.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ImageFiles> OpenAsync(DockerEngine engine, string image, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(
            $$$"""{"Image":"{{{image}}}","Cmd":["true"],"Labels":{"dev.launchsdk.preflight":"true"},"HostConfig":{"NetworkMode":"none"}}"""
        );
        using var response = await engine
            .Transport.SendJsonAsync(engine.Path("/containers/create"), body, cancellationToken)
            .ConfigureAwait(false);
        var created = await engine
            .Transport.Answers.ReadAsync(response, $"looking into the image '{image}'", EngineJson.Default.CreateAnswer, cancellationToken)
            .ConfigureAwait(false);
        return new ImageFiles(engine, created.Id, image);
    }

    /// <summary>Whether the image has one of these files.</summary>
    public async Task<bool> HasAnyAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, Archive(path));
            using var response = await _engine.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text of the first of these files that the image has; null where it has none.</summary>
    public async Task<string?> ReadAnyAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            using var response = await _engine.Transport.SendAsync(HttpMethod.Get, Archive(path), cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode && await ReadAsync(response, cancellationToken).ConfigureAwait(false) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var response = await _engine
                .Transport.SendAsync(HttpMethod.Delete, _engine.Path($"/containers/{_container}?force=1&v=1"), CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (DockerEngineException)
        {
            // The engine is gone; what follows tells so.
        }
    }

    private string Archive(string path) => _engine.Path($"/containers/{_container}/archive?path={Uri.EscapeDataString(path)}");

    // A link comes as a link, and is no text.
    private async Task<string?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var request = $"looking into the image '{_image}'";
        var archive = await _engine
            .Transport.Answers.ReadBytesAsync(response, request, LongestArchive, null, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            using var tar = new TarReader(new MemoryStream(archive.ToArray()));
            if (tar.GetNextEntry(copyData: false) is not { DataStream: { } data } || data.Length > LongestText)
            {
                return null;
            }

            using var reader = new StreamReader(data, Encoding.UTF8);
            return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException or ArgumentException or NotSupportedException)
        {
            throw EngineFault.NotDocker(
                _engine.Transport.Endpoint,
                request,
                EngineFault.Asked(response.RequestMessage),
                $"it is no tar archive, {AnswerText.Quote(archive.Span)}",
                e
            );
        }
    }
}
