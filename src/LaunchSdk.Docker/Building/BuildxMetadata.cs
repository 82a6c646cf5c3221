using System.Text.Json;

namespace LaunchSdk.Docker.Building;

/// <summary>
/// The file that <c>buildx build --metadata-file</c> writes, in a folder that only this user reads and that is deleted at the end.
/// </summary>
internal sealed class BuildxMetadata : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("launchsdk-build-").FullName;

    /// <summary>The file's path.</summary>
    public string Path => System.IO.Path.Combine(_folder, "metadata.json");

    /// <summary>The digest of what was built and pushed; null where buildx states none.</summary>
    public string? ReadDigest()
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path));
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("containerimage.digest", out var digest)
                && digest.ValueKind == JsonValueKind.String
                ? digest.GetString()
                : null;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Deletes the file and its folder.</summary>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
