using System.Security.Cryptography;
using LaunchSdk.Agent.Wandb.Client;
using LaunchSdk.Docker.Clients;

namespace LaunchSdk.Agent.Wandb.Artifacts;

/// <summary>A file to download.</summary>
/// <param name="Path">Its path in the artifact.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Digest">The MD5 of its content, in base64.</param>
internal sealed record ArtifactFile(string Path, string Target, long Size, string Digest)
{
    /// <summary>Writes the content beside its place, and puts it there once size and digest fit.</summary>
    /// <exception cref="TransportException">They do not: another download may be whole.</exception>
    public async Task SaveAsync(HttpContent content, CancellationToken cancellationToken)
    {
        PrivateFile.CreateFolderOf(Target);
        var part = $"{Target}.{Guid.NewGuid():N}.part";
        try
        {
            await WriteAsync(part, content, cancellationToken).ConfigureAwait(false);
            File.Move(part, Target, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task WriteAsync(string part, HttpContent content, CancellationToken cancellationToken)
    {
        // W&B's digests are MD5: they find broken downloads; who may write is the server's business.
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var written = 0L;
        var source = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (
            var target = PrivateFile.Open(
                part,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    Share = FileShare.None,
                }
            )
        )
        {
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                written += read;
                if (written > Size)
                {
                    throw new TransportException($"'{Path}' is longer than the {Size} bytes of the manifest");
                }

                digest.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }

        if (written != Size || Convert.ToBase64String(digest.GetHashAndReset()) != Digest)
        {
            throw new TransportException($"'{Path}' does not have the size and digest of the manifest");
        }
    }
}
